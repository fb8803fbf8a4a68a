import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allMessages, translate } from "./t.ts";
// words that come with a part that is loaded later are words too
import "../enquiry/parts/words.ts";
import "../account/parts/words.ts";
import "../changes/parts/words.ts";
import "../parks/parts/words.ts";
import "../contest/parts/words.ts";
import "../controls/parts/words.ts";
import "../corners/parts/words.ts";
import "../drawing/parts/words.ts";
import "../filter/parts/words.ts";
import "../here/parts/words.ts";
import "../notifications/parts/words.ts";
import "../conflicts/parts/words.ts";
import "../review/parts/words.ts";
import "../site-check/parts/words.ts";
import "../targets/parts/words.ts";

const [zh, en] = [allMessages("zh"), allMessages("en")];

const sources = import.meta.glob<string>("../*/**/*.tsx", { query: "?raw", import: "default", eager: true });
const argumentsOf = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

const server = join(import.meta.dirname, "../../../server");

/** The codes with which the server refuses, from its sources. */
function refusalCodes(): string[] {
  const sources = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cs") && !/(^|[\\/])(bin|obj)[\\/]/.test(file))
    .map((file) => readFileSync(join(server, file), "utf8"));
  const refusals =
    /(?:Malformed|Unknown|Unprocessable|Away|Fail|Invalid|RequestException)\([^;"]*"([a-z]+(?:-[a-z]+)+)"/g;
  /** Rules of the database, by what breaking them means (Writing/WriteProblems). */
  const rules = /\(4\d\d, "([a-z]+(?:-[a-z]+)+)"\)/g;
  const named = /"((?:filter|bbox|coordinates)-[a-z-]+[a-z])"/g;
  const parameters = new Set(["filter-lang", "filter-crs", "bbox-crs"]);
  const codes = new Set(
    sources.flatMap((text) =>
      [refusals, rules, named].flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code)),
    ),
  );
  return [...codes].filter((code): code is string => code !== undefined && !parameters.has(code));
}

describe("the words", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it("take the same arguments in both languages", () => {
    const differing = Object.keys(zh).filter(
      (key) => argumentsOf(zh[key] ?? "").join() !== argumentsOf(en[key] ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  it("are never empty", () => {
    expect([...Object.values(zh), ...Object.values(en)].filter((message) => message.trim() === "")).toEqual([]);
  });

  it("stand nowhere else: the sources hold no Chinese text of their own", () => {
    // the seal, and each language by its own name
    const allowed = new Set(["济", "宁", "高", "新", "中", "中文", "日", "日本語"]);
    const found = Object.values(sources).flatMap((text) => text.match(/[一-鿿]+/g) ?? []);
    expect(Object.keys(sources).length).toBeGreaterThan(20);
    expect(found.filter((text) => !allowed.has(text))).toEqual([]);
  });

  it("say one project and two projects", () => {
    expect(translate("en", "projects.count", { count: 1 })).toBe("1 project");
    expect(translate("en", "projects.count", { count: 2 })).toBe("2 projects");
    expect(translate("zh", "projects.count", { count: 1 })).toBe("1 个项目");
  });

  it("are there for every code with which the server refuses", () => {
    expect(refusalCodes().length).toBeGreaterThan(60);
    const isSaid = (code: string) => `problem.${code}` in zh || `fault.${code}` in zh;
    expect(refusalCodes().filter((code) => !isSaid(code))).toEqual([]);
  });

  it("explain codes that the page about the server lists", () => {
    const readme = readFileSync(join(server, "README.md"), "utf8");
    const table = readme.slice(readme.indexOf("## Errors"), readme.indexOf("## Adding"));
    const listed = (code: string) =>
      table.includes(`\`${code}\``) || table.includes(`\`${code.replace(/^(filter|bbox|coordinates)-/, "")}\``);
    expect(refusalCodes().filter((code) => !listed(code))).toEqual([]);
  });
});
