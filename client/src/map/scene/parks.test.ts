import { describe, expect, test } from "vitest";
import { badgeSize, badgeValue, byRevenue } from "../../symbols/badge.ts";
import { measureOf } from "../../targets/badge-measure.ts";
import type { SceneContext } from "./context.ts";
import { realLayers, sceneContext } from "./fixture.ts";
import * as drawn from "./parks.ts";

const parks = realLayers().get("parks") ?? [];
type Features = typeof parks;
const buildParks = (context: SceneContext, features: Features, all: ReadonlyMap<string, Features>) =>
  drawn.buildParks(context, "parks", features, all);
const parkBadges = (context: SceneContext, features: Features) =>
  drawn.parkBadges(context, new Map([["parks", features]]));
const park = (code: string) => parks.find((feature) => feature.id === code) as (typeof parks)[number];

const targetRevenue = (feature: (typeof parks)[number], year: number) => badgeValue(feature, byRevenue, year);
const sizeOf = (revenue: number | null) => badgeSize(revenue, byRevenue);

describe("the badge of a park", () => {
  test("takes the base size when the plan gives no figure for the year", () => {
    expect(targetRevenue(park("park-2"), 2020)).toBeNull();
    expect(targetRevenue(park("park-5"), 2025)).toBeNull();
    expect(sizeOf(null)).toBe(17);
  });

  test("grows with the target revenue of the horizon, in area, and not without end", () => {
    const at2023 = sizeOf(targetRevenue(park("park-2"), 2023));
    const at2025 = sizeOf(targetRevenue(park("park-2"), 2025));
    expect(at2023).toBeGreaterThan(17);
    expect(at2025).toBeGreaterThan(at2023);
    expect(sizeOf(1e13)).toBe(sizeOf(1e11));
    const gain = (revenue: number) => sizeOf(revenue) ** 2 - 17 ** 2;
    expect(gain(8e10) / gain(4e10)).toBeCloseTo(2);
  });

  test("follows the chosen indicator where parks have it for a year, else the revenue", () => {
    const measure = measureOf("enterprises-above-scale", parks);
    expect(measure).toEqual({ indicator: "enterprises-above-scale", most: 300 });
    const side = (code: string, horizon: number) => {
      const [badge] = parkBadges(sceneContext({ badge: measure, horizon, zoom: 12 }), [park(code)]);
      return badge?.size ?? 0;
    };
    expect(side("park-9", 2025)).toBeGreaterThan(side("park-2", 2025));
    expect(side("park-9", 2023)).toBe(17);
    // those that no park has, and those that park 5 has without a year
    for (const code of ["gdp", "listed-companies", null]) expect(measureOf(code, parks)).toBe(byRevenue);
  });

  test("can be pressed at its own place, and the circle only at its line", () => {
    const { hits } = buildParks(sceneContext(), [park("park-9")], new Map());
    expect(hits.map(({ kind }) => kind)).toEqual(["point", "line"]);
  });
});

test("Park 12 does not repeat the ring of the core city, and is painted all the same", () => {
  const layers = realLayers();
  const alone = buildParks(sceneContext(), [park("park-12")], new Map());
  const beside = buildParks(sceneContext(), [park("park-12")], layers);
  expect(alone.under.length).toBeGreaterThan(0);
  expect(beside.under).toEqual([]);
  expect(beside.over.length).toBeGreaterThan(0);
});

test("A park without a place is not drawn, and takes nobody's room", () => {
  const context = sceneContext();
  expect(park("park-8").geometry).toBeNull();
  expect(buildParks(context, [park("park-8")], new Map())).toEqual(buildParks(context, [], new Map()));
  expect(parkBadges(context, [park("park-8")])).toEqual([]);
});

test("A park that is looked for has its rank, readable from afar, and its neighbour its own number", () => {
  const context = sceneContext({ ranks: new Map([["park-2", 1]]) });
  const texts = (code: string) => JSON.stringify(buildParks(context, [park(code)], new Map()).over);
  expect(texts("park-2")).toContain('"text":"1"');
  expect(texts("park-4")).toContain('"text":"4"');
  const [ranked, plain] = parkBadges(context, [park("park-2"), park("park-5")]);
  expect(ranked?.size).toBeGreaterThanOrEqual(24);
  expect(plain?.size).toBeLessThan(24);
});
