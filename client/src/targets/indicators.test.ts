import { describe, expect, it } from "vitest";
import type { PlanTarget } from "../api/types.ts";
import { besideParks } from "./beside-parks.ts";
import { bySubject, countBy, fitsChoice, NO_YEAR, yearsOfTargets } from "./indicators.ts";

type Given = Partial<Omit<PlanTarget, "subject">> & { basis?: string };
const target = (kind: string, code: string, indicator: string, given: Given = {}): PlanTarget => ({
  indicator,
  horizon: 2025,
  comparator: "eq",
  value: 1,
  unit: "CNY",
  paragraph: "fyp14-chapter-6-p1",
  subject: kind === "feature" ? { kind, code, collection: "grounds" } : { kind, code },
  citation: { basis: given.basis ?? "stated" } as NonNullable<PlanTarget["citation"]>,
  ...given,
});
const themes = new Map([
  ["revenue", "industry"],
  ["gdp", "economy"],
]);
const targets = [
  target("zone", "zone", "gdp", { horizon: 2020 }),
  target("zone", "zone", "revenue", { value: null }),
  target("industry-cluster", "medical", "revenue", { value: 50, comparator: "gt" }),
  target("industry-cluster", "medical", "share", { value: 79, unit: "%" }),
  target("feature", "park-1", "revenue", { value: 30 }),
  target("feature", "park-2", "revenue", { value: 15, comparator: "gt" }),
  target("feature", "park-2", "revenue", { value: 99 }),
  target("feature", "park-3", "revenue", { value: 7, basis: "derived" }),
  target("feature", "park-1", "tax", { value: 9, unit: "CNY/mu", horizon: null }),
  target("feature", "elsewhere", "revenue", { value: 1000 }),
];
const all = { scope: null, theme: null, year: null };

describe("targets by scope, theme and horizon", () => {
  it("are those of the choice", () => {
    const chosen = (choice: Partial<typeof all> | object) =>
      targets.filter((one) => fitsChoice(one, { ...all, ...choice }, themes)).length;
    expect([chosen({}), chosen({ scope: "zone" }), chosen({ year: NO_YEAR }), chosen({ theme: "economy" })]).toEqual([
      10, 2, 1, 1,
    ]);
    expect(chosen({ scope: "zone", theme: "industry" })).toBe(1);
  });

  it("are counted without their own dimension, and what would leave none is not offered", () => {
    const choice = { ...all, scope: "zone", theme: "economy" };
    expect([...countBy(targets, "scope", choice, themes, ["zone", "feature"])]).toEqual([["zone", 1]]);
    expect([...countBy(targets, "theme", choice, themes, ["economy", "industry"])]).toEqual([
      ["economy", 1],
      ["industry", 1],
    ]);
  });

  it("stand by subject, and years that are not stated come last", () => {
    expect(bySubject(targets).map(({ code, own }) => `${code} ${own.length}`)).toEqual([
      "zone 2",
      "medical 2",
      "park-1 2",
      "park-2 2",
      "park-3 1",
      "elsewhere 1",
    ]);
    expect(yearsOfTargets(targets)).toEqual(["2020", "2025", NO_YEAR]);
  });
});

describe("a cluster beside its parks", () => {
  const rows = besideParks("medical", targets, ["park-1", "park-2", "park-3", "park-4"], (one) =>
    Boolean(one.subject.collection),
  );
  const [revenue] = rows;

  it("has sums of what is stated and of what is derived, apart, and says who is silent", () => {
    expect(revenue?.cluster.map(({ value }) => value)).toEqual([50]);
    expect([...(revenue?.sums ?? [])].map(([basis, { sum, isExact, of }]) => [basis, sum, isExact, of.length])).toEqual(
      [
        ["stated", 45, false, 2],
        ["derived", 7, true, 1],
      ],
    );
    expect(revenue?.silent).toEqual(["park-4"]);
  });

  it("adds up no shares and nothing per mu, and nothing where no park has a figure", () => {
    expect(rows.map(({ indicator }) => indicator)).toEqual(["revenue"]);
    expect(besideParks("medical", targets, [], () => false).map(({ sums }) => sums.size)).toEqual([0]);
  });
});
