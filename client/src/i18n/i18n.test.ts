import { describe, expect, it } from "vitest";
import en from "./en.json";
import { translate } from "./t.ts";
import zh from "./zh.json";

const panels = import.meta.glob<string>("../panels/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const argumentsOf = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe("the words", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it("take the same arguments in both languages", () => {
    const differing = (Object.keys(zh) as (keyof typeof zh)[]).filter(
      (key) => argumentsOf(zh[key]).join() !== argumentsOf(en[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it("are never empty", () => {
    expect([...Object.values(zh), ...Object.values(en)].filter((message) => message.trim() === "")).toEqual([]);
  });

  it("stand nowhere else: the panels hold no Chinese text of their own", () => {
    // the seal, and each language by its own name
    const allowed = new Set(["济", "宁", "高", "新", "中", "中文"]);
    const found = Object.values(panels).flatMap((text) => text.match(/[一-鿿]+/g) ?? []);
    expect(Object.keys(panels).length).toBeGreaterThan(20);
    expect(found.filter((text) => !allowed.has(text))).toEqual([]);
  });

  it("say one project and two projects", () => {
    expect(translate("en", "projects.count", { count: 1 })).toBe("1 project");
    expect(translate("en", "projects.count", { count: 2 })).toBe("2 projects");
    expect(translate("zh", "projects.count", { count: 1 })).toBe("1 个项目");
  });
});
