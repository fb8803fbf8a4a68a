import { expect, test } from "vitest";
import type { PlanFeature } from "../api/types.ts";
import { realLayers } from "../map/scene/fixture.ts";
import { countAtParks, groupUnplaced, parksOf, RELATIONS, type Thing } from "./grouping.ts";

const layers = realLayers();
const of = (collection: string) => layers.get(collection) ?? [];
const unplaced = (collection: string): Thing[] =>
  of(collection).flatMap((feature) => (feature.geometry ? [] : [{ collection, feature }]));
const groups = groupUnplaced(unplaced("projects"), of("parks"), of("enterprises"));
const relationOf = (wanted: (feature: PlanFeature) => boolean) =>
  groups.flatMap(({ relation, things }) => things.filter(({ feature }) => wanted(feature)).map(() => relation));

test("everything without a place is there once, the closest relation first", () => {
  const listed = groups.flatMap(({ things }) => things.map(({ feature }) => feature.id));
  expect(listed.toSorted()).toEqual(
    unplaced("projects")
      .map(({ feature }) => feature.id)
      .toSorted(),
  );
  const order = groups.map(({ relation }) => RELATIONS.indexOf(relation));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test("what relates them to the map stands on it", () => {
  for (const { relation, anchors } of groups) {
    expect(anchors.length > 0).toBe(relation !== "nowhere");
    for (const { feature } of anchors) expect(feature.geometry).not.toBeNull();
  }
});

test("a project goes with its park, its enterprise or its chain", () => {
  expect(relationOf(({ id }) => id === "project-4-1-2")).toEqual(["chain"]);
  expect(relationOf(({ id }) => id === "project-4-1-4")).toEqual(["enterprise"]);
  const park = of("parks").find(({ geometry }) => geometry) as PlanFeature;
  const one = { ...(unplaced("projects")[0] as Thing).feature };
  const named = { ...one, properties: { ...one.properties, park: park.id } };
  const [group] = groupUnplaced([{ collection: "projects", feature: named }], of("parks"), []);
  expect(group).toMatchObject({ relation: "park", anchors: [{ collection: "parks", feature: park }] });
  // a park without a place relates nothing to the map
  const away = { ...park, geometry: null };
  expect(groupUnplaced([{ collection: "projects", feature: named }], [away], [])[0]?.relation).toBe("nowhere");
});

test("a park counts what its groups list: named in it, standing there, of its chain", () => {
  const counts = countAtParks(groups);
  for (const [park, own] of counts)
    for (const [relation, count] of own) {
      const listed = groups.filter((group) => group.relation === relation && parksOf(group).includes(park));
      expect(listed.flatMap(({ things }) => things)).toHaveLength(count);
    }
  expect(counts.get("park-2")?.get("chain")).toBeGreaterThan(0);
  // a firm whose place is that of a park stands there, and what is its own with it
  const shantui = of("enterprises").find(({ id }) => id === "enterprise-shantui") as PlanFeature;
  const there = { ...shantui, properties: { ...shantui.properties, placed_by: "park-9" } };
  const own = unplaced("projects").filter(({ feature }) => feature.properties.enterprise === shantui.id);
  expect(own.length).toBeGreaterThan(0);
  expect(countAtParks(groupUnplaced(own, of("parks"), [there])).get("park-9")).toEqual(
    new Map([["enterprise", own.length]]),
  );
});
