import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlanFeature } from "../api/types.ts";
import { collections } from "../features/plan.ts";
import { NO_FILTER } from "../filter/filter.ts";
import { filter } from "../filter/view.ts";
import { realLayers } from "../map/scene/fixture.ts";
import { findsOnlyOthers, otherFeatures, othersAmong, othersWith } from "./others.ts";

const layers = realLayers();
/** The package with another status for everything but two facilities, the second without a place. */
const [first, second, ...rest] = (layers.get("facilities") ?? []) as [PlanFeature, PlanFeature, ...PlanFeature[]];
const withStatus = (feature: PlanFeature, plan_status: string): PlanFeature => ({
  ...feature,
  properties: { ...feature.properties, plan_status, horizon_from: null, horizon_to: null },
});
const two = [withStatus(first, "proposed"), { ...withStatus(second, "proposed"), geometry: null }];
const others = [...layers].map(([id, features]) => [id, features.map((one) => withStatus(one, "existing"))] as const);

beforeEach(() => {
  collections.value = new Map([
    ...others,
    ["facilities", [...two, ...rest.map((one) => withStatus(one, "existing"))]] as const,
  ]);
  filter.value = { ...NO_FILTER, plan_status: ["proposed"] };
});
afterEach(() => {
  collections.value = new Map();
  filter.value = NO_FILTER;
});

describe("a filter that matches no project", () => {
  it("says what else it finds", () => {
    expect(findsOnlyOthers.value).toBe(true);
    expect(otherFeatures.value.map(({ feature }) => feature.id)).toEqual([first.id, second.id]);
    filter.value = { ...NO_FILTER, plan_status: ["existing"] };
    expect(findsOnlyOthers.value).toBe(false);
  });

  it("is no such thing without a filter, or where nothing matches", () => {
    filter.value = NO_FILTER;
    expect(findsOnlyOthers.value).toBe(false);
    filter.value = { ...NO_FILTER, plan_status: ["planned"] };
    expect(findsOnlyOthers.value).toBe(false);
  });

  it("has chips that count what else choosing them would show, whatever is chosen", () => {
    expect([othersWith("plan_status", "proposed"), othersWith("plan_status", "planned")]).toEqual([2, 0]);
    filter.value = { ...NO_FILTER, plan_status: ["existing"] };
    expect(othersWith("plan_status", "proposed")).toBe(2);
    const chain = "new-energy";
    const parks = (layers.get("parks") ?? []).filter(({ properties }) => properties.industry_chains?.includes(chain));
    filter.value = NO_FILTER;
    expect(othersWith("industry_chain", chain)).toBeGreaterThanOrEqual(parks.length);
  });

  it("counts of a text what the server names, beside the projects", () => {
    const codes = new Map([
      ["projects", ["a"]],
      ["facilities", ["b", "c"]],
      ["zone", ["d"]],
    ]);
    expect(othersAmong((collection) => codes.get(collection))).toBe(2);
  });
});
