import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogue } from "../catalogue.ts";
import { isKey } from "../language/t.ts";
import { language } from "../language/view.ts";
import { attributeText, figureOf, nearestOf, notesOf, rangeOf, reasonText, titleOf } from "./finding-text.ts";
import type { CheckFinding } from "./requests.ts";
import { loadRules, ruleOf, rules } from "./rules.ts";

const root = join(import.meta.dirname, "../../..");
const sources = readdirSync(join(root, "server/SiteCheck"), { recursive: true, encoding: "utf8" })
  // there reasons are what people say
  .filter((file) => file.endsWith(".cs") && !/FindingReason|FrozenCheck|CheckFreezer/.test(file))
  .map((file) => readFileSync(join(root, "server/SiteCheck", file), "utf8"));

/** Every code in quotes on a line about a reason or a fault: the server has them nowhere else. */
function reasonsOfTheServer(): string[] {
  const about =
    /reason|Fault\(|TopologyValidationErrors\.|"self-intersection"|CannotBeChecked|Wrong\(rule|Outcome\.\w+, "/;
  const codes = sources
    .flatMap((text) => text.split("\n"))
    .filter((line) => about.test(line))
    .flatMap((line) => [...line.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, code]) => code ?? ""));
  const others = new Set([
    "reason",
    "geometry_type",
    "at",
    "name",
    "property",
    "checked",
    "count",
    "missing-parameters",
  ]);
  return [...new Set(codes)].filter((code) => !others.has(code));
}

/** Those that the documentation lists, for what the sources name by a constant. */
function reasonsOfTheDocumentation(): string[] {
  const text = readFileSync(join(root, "docs/check.md"), "utf8");
  const rows = text.split("\n").filter((line) => /^\| `(?:cannot-check|validity)` /.test(line));
  expect(rows).toHaveLength(2);
  const listed = rows.flatMap((row) => [...row.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, code]) => code ?? ""));
  return listed.filter((code) => !["cannot-check", "validity", "geometry-valid", "where"].includes(code));
}

// the server's answer is the catalogue of gis-data
beforeAll(async () => {
  vi.stubGlobal("fetch", async () => Response.json(catalogue));
  loadRules();
  await vi.waitFor(() => expect(rules.value.kind).toBe("ready"));
  vi.unstubAllGlobals();
});

const finding = (own: Partial<CheckFinding>): CheckFinding => ({
  id: "x",
  rule: "road",
  outcome: "attention",
  severity: "warning",
  subject: null,
  value: null,
  unit: null,
  range: null,
  overlap: null,
  distance: null,
  where: null,
  args: {},
  citations: [],
  basis: null,
  layer: null,
  ...own,
});

describe("the words of findings", () => {
  it("are there for every reason that the server can give", () => {
    const reasons = [...new Set([...reasonsOfTheServer(), ...reasonsOfTheDocumentation()])];
    expect(reasons.length).toBeGreaterThan(35);
    expect(reasons.filter((reason) => !isKey(`check_reason.${reason}`))).toEqual([]);
  });

  it("are there for every rule and every entry that a rule reads", () => {
    const { rules } = catalogue.checks as { rules: { code: string; parameters?: Record<string, unknown> }[] };
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.filter(({ code }) => !ruleOf(code)?.zh || !ruleOf(code)?.en)).toEqual([]);
    const named = rules.flatMap(({ parameters = {} }) =>
      ["declared", "numerator", "denominator", "attribute", "stated", "subject", "chain"].flatMap(
        (name) => parameters[name] ?? [],
      ),
    );
    const lists = rules.flatMap(({ parameters = {} }) => [
      ...((parameters.numbers as string[] | undefined) ?? []),
      ...Object.keys((parameters.terms as object | undefined) ?? {}),
      ...Object.keys((parameters.features as object | undefined) ?? {}),
    ]);
    const attributes = [...new Set([...named, ...lists].map(String))];
    expect(attributes.length).toBeGreaterThan(8);
    expect(attributes.filter((name) => attributeText(name) === name)).toEqual([]);
  });

  it("are there for every outcome", () => {
    for (const outcome of ["fits", "attention", "no-hit", "cannot-check"])
      expect(isKey(`check_outcome.${outcome}`)).toBe(true);
  });
});

describe("a finding", () => {
  beforeEach(() => {
    language.value = "en";
    return () => {
      language.value = "zh";
    };
  });

  it("says what it is about in the language of the reader", () => {
    const subject = {
      collection: "x",
      code: "c",
      version: 1,
      name_zh: "蓼河",
      name_en: "Liao River",
      accuracy_m: 1,
      placement: null,
    };
    expect(titleOf(finding({ subject }))).toBe("Liao River");
    expect(titleOf(finding({ subject: { ...subject, name_en: null } }))).toBe("蓼河");
    const line = finding({ rule: "control-line", args: { name_zh: "城镇开发边界", name_en: "Urban growth boundary" } });
    expect(titleOf(line)).toBe("Urban growth boundary");
    language.value = "zh";
    expect(titleOf(finding({ subject }))).toBe("蓼河");
    expect(titleOf(line)).toBe("城镇开发边界");
  });

  it("says how much with its range, how far, and nothing where it has no figure", () => {
    const part = finding({
      value: 23.51,
      unit: "%",
      range: [0, 80.04],
      overlap: { percent: 23.51, m2: 80933, mu: 121.4, m2_range: [0, 1], mu_range: [0, 1] },
    });
    expect(figureOf(part)).toBe("23.5% · 121\u2009mu");
    expect(rangeOf(part)).toBe("Within the accuracy of the drawing 0% – 80%");
    const near = finding({
      rule: "near-trunk-road",
      value: 890.4,
      unit: "m",
      range: [0, 2390],
      distance: { m: 890.4, range: [0, 2390] },
    });
    expect(figureOf(near)).toBe("≈ 890\u2009m");
    expect(rangeOf(near)).toBe("Within the accuracy of the drawing 0\u2009m – 2.39\u2009km");
    expect(figureOf(finding({ outcome: "cannot-check" }))).toBeNull();
    expect(rangeOf(finding({}))).toBeNull();
    expect(figureOf(finding({ value: 100, unit: "%" }))).toBe("in it");
  });

  it("says why, and what lies nearest", () => {
    expect(reasonText("not-stated", finding({ args: { missing: ["investment_cny", "tax_cny"] } }))).toBe(
      "Not stated: investment, tax a year",
    );
    expect(reasonText("new-code", finding({}))).toBe("new-code");
    expect(notesOf(finding({ args: { reason: "accuracy", sliver: true } }))).toHaveLength(2);
    const miss = finding({
      args: { nearest_name_zh: "泗河", nearest_name_en: "Si River" },
      distance: { m: 1200, range: [0, 1] },
    });
    expect(nearestOf(miss)).toBe("Nearest: Si River, 1.2\u2009km");
    expect(notesOf(finding({ rule: "undecided", args: { decides: 1, accuracy_m: 1500 } }))).toEqual([
      "Drawn to ±1.5\u2009km; better geometry would decide 1 finding",
    ]);
  });
});
