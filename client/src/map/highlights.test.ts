import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { drawOrder } from "../catalogue.ts";
import type { Primitive } from "../symbols/primitives.ts";
import { highlightOf } from "./highlights.ts";
import { featureOf, realLayers, sceneContext } from "./scene/fixture.ts";
import { HOVERED, SELECTED } from "./scene/highlight.ts";
import { buildScene } from "./scene/scene.ts";

const layers = realLayers();
const everything = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));
const nobody = () => null;

const flat = (primitives: readonly Primitive[]): Primitive[] =>
  primitives.flatMap((primitive) => (primitive.kind === "group" ? flat(primitive.children) : [primitive]));
const filled = (primitives: readonly Primitive[]) =>
  flat(primitives).filter((primitive) => primitive.kind !== "path" || primitive.fill !== undefined);

const placed = [...layers].flatMap(([collection, features]) =>
  features.filter(({ geometry }) => geometry).map((feature) => ({ collection, feature })),
);

describe("what stands out is outlined, and hides nothing of what lies in it", () => {
  const context = sceneContext({ zoom: 13 });
  const { hits } = buildScene(context, layers, everything);
  const now = { context, hits, collections: layers };

  for (const [name, weight] of Object.entries({ SELECTED, HOVERED })) {
    test.each(placed)(`${name} $collection $feature.id`, ({ collection, feature }) => {
      const found = highlightOf(now, { collection, code: feature.id }, weight, nobody);
      if (!found) return;
      const { around, within, over } = found;
      expect(around.length).toBeGreaterThan(0);
      const isSign = feature.geometry?.type === "Point" || collection === "parks";
      if (isSign) return;
      expect(over).toEqual([]);
      expect(filled(around)).toEqual([]);
      // a line is as wide as a road: all of it but its edge is taken out again
      if (feature.geometry?.type.endsWith("LineString") && collection !== "belts") {
        const widths = (primitives: readonly Primitive[]) =>
          flat(primitives).map((primitive) => (primitive.kind === "path" ? (primitive.stroke?.width ?? 0) : 0));
        expect(Math.max(...widths(around)) - Math.max(...widths(within))).toBeCloseTo(weight.glow);
        expect(within.length * 2).toBe(around.length);
      }
    });
  }

  test("the same for a line and an area that come from tiles", () => {
    const line: Geometry = {
      type: "LineString",
      coordinates: [
        [116.6, 35.4],
        [116.7, 35.5],
      ],
    };
    const ring = [
      [116.6, 35.4],
      [116.7, 35.4],
      [116.7, 35.5],
      [116.6, 35.4],
    ];
    const tiled = { ...context, tiled: new Set(["roads", "project-sites"]) };
    for (const [collection, geometry] of [
      ["roads", line],
      ["project-sites", { type: "Polygon", coordinates: [ring] }],
    ] satisfies [string, Geometry][]) {
      const feature = featureOf("tiled", geometry, { road_class: "trunk" });
      const ref = { collection, code: "tiled" };
      const found = highlightOf({ context: tiled, hits: [], collections: new Map() }, ref, HOVERED, () => feature);
      expect(found?.around.length, collection).toBeGreaterThan(0);
      expect(found?.over, collection).toEqual([]);
      expect(filled(found?.around ?? []), collection).toEqual([]);
    }
  });
});

test("a selected lake stays below the island in it, and its neighbours fade", () => {
  const [lake, island] = [square("lake", 0.02, "lake"), square("island", 0.005, "island")];
  const collections = new Map([["water-areas", [island, lake]]]);
  const state = [{ id: "water-areas", visible: true, opacity: 1 }];
  const widthOf = (selected: string | null) => {
    const context = sceneContext({ selected: selected ? { collection: "water-areas", code: selected } : null });
    const [layer] = buildScene(context, collections, state).layers;
    return (layer?.primitives ?? []).flatMap((primitive) => flat([primitive])).flatMap(sizes);
  };
  const order = widthOf("lake");
  expect(order[0]).toBeGreaterThan(order.at(-1) as number);
  expect(order).toEqual(widthOf(null));
});

function square(code: string, side: number, kind: string) {
  const [x, y] = [116.65, 35.43];
  const ring = [
    [x - side, y - side],
    [x + side, y - side],
    [x + side, y + side],
    [x - side, y - side],
  ];
  return featureOf(code, { type: "Polygon", coordinates: [ring] }, { water_kind: kind });
}

function sizes(primitive: Primitive): number[] {
  if (primitive.kind !== "path") return [];
  const xs = primitive.lines.flat().map(([x]) => x);
  return [Math.round(Math.max(...xs) - Math.min(...xs))];
}
