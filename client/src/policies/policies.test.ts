import { describe, expect, it } from "vitest";
import { countPolicies, fitsChoice, mostParticularFirst } from "./policies.ts";
import type { Policy } from "./requests.ts";

const policy = (code: string, kind: string, investor_kinds: string[]): Policy => ({
  code,
  kind,
  investor_kinds,
  title_zh: code,
  title_en: code,
  what_zh: "",
  what_en: "",
  industry_chains: [],
  industry_clusters: [],
  features: [],
  amount: null,
  citations: [],
  not_stated: ["amount"],
});
const policies = [policy("a", "fund", ["sme"]), policy("b", "fund", []), policy("c", "visa", ["talent"])];

describe("the policies of a choice", () => {
  it("are those that name it, and those for everybody", () => {
    const fitting = policies.filter((one) => fitsChoice(one, { kind: null, investor: "sme" }));
    expect(fitting.map(({ code }) => code)).toEqual(["a", "b"]);
  });

  it("are counted without their own dimension", () => {
    expect([...countPolicies(policies, "kind", { kind: "visa", investor: "sme" })]).toEqual([["fund", 2]]);
    expect([...countPolicies(policies, "investor", { kind: "fund", investor: "talent" })]).toEqual([["sme", 1]]);
  });

  it("stand with the most particular first, the others as the plan has them", () => {
    const forPark = { ...policy("p", "fund", []), features: ["park-2"], industry_chains: ["biopharma"] };
    const ordered = mostParticularFirst([...policies, forPark], { investor: "talent" });
    expect(ordered.map(({ code }) => code)).toEqual(["p", "c", "a", "b"]);
    expect(mostParticularFirst(policies, { investor: null }).map(({ code }) => code)).toEqual(["a", "b", "c"]);
  });
});
