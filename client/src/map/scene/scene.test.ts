import { describe, expect, test } from "vitest";
import { drawOrder } from "../../catalogue.ts";
import type { Primitive } from "../../symbols/primitives.ts";
import { colour } from "../../symbols/style.ts";
import type { SceneContext } from "./context.ts";
import { featureOf, realLayers, sceneContext } from "./fixture.ts";
import { buildScene, orderedLayers } from "./scene.ts";

const layers = realLayers();
const everything = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));
const ids = (context: SceneContext, state = everything) =>
  buildScene(context, layers, state).layers.map(({ id }) => id);

/** All primitives in the order in which they are painted. */
function flat(primitives: readonly Primitive[]): Primitive[] {
  return primitives.flatMap((primitive) => (primitive.kind === "group" ? flat(primitive.children) : [primitive]));
}
const strokes = (primitives: readonly Primitive[]) =>
  flat(primitives).flatMap((primitive) =>
    primitive.kind === "path" && primitive.stroke ? [primitive.stroke.paint] : [],
  );

describe("the scene", () => {
  test("paints every collection of the package that has a geometry", () => {
    const scene = buildScene(sceneContext({ zoom: 13 }), layers, everything);
    for (const [id, features] of layers) {
      if (!features.some((feature) => feature.geometry)) continue;
      const primitives = scene.layers.filter((layer) => layer.id === id).flatMap((layer) => layer.primitives);
      expect(primitives.length, id).toBeGreaterThan(0);
      expect(
        scene.hits.some((hit) => hit.ref.collection === id),
        id,
      ).toBe(true);
    }
  });

  test("has no place that is not a number", () => {
    const scene = buildScene(sceneContext(), layers, everything);
    expect(JSON.stringify(scene.layers)).not.toContain("null");
  });

  test("paints from the zone up to the hubs, the ring of the core city above the belts and its fill below", () => {
    const order = ids(sceneContext());
    expect(order[0]).toBe("zone");
    const core = order.flatMap((id, index) => (id === "core-city" ? [index] : []));
    expect(core).toHaveLength(2);
    const belts = order.indexOf("belts");
    expect(core[0]).toBeLessThan(belts);
    expect(core[1]).toBe(belts + 1);
    for (const [below, above] of [
      ["belts", "waters"],
      ["waters", "roads"],
      ["roads", "axes"],
      ["axes", "parks"],
      ["parks", "projects"],
    ]) {
      expect(order.indexOf(below as string)).toBeLessThan(order.indexOf(above as string));
    }
  });

  test("paints all casings of roads before any fill, so that junctions are open", () => {
    const context = sceneContext();
    const roads = buildScene(context, layers, everything).layers.find(({ id }) => id === "roads");
    const paints = strokes(roads?.primitives ?? []);
    const casings = ["trunk-line", "secondary-line"].map((name) => colour("light", name));
    const lastCasing = Math.max(...casings.map((paint) => paints.lastIndexOf(paint)));
    expect(paints.indexOf(colour("light", "trunk"))).toBeGreaterThan(lastCasing);
    expect(paints.indexOf(colour("light", "expressway"))).toBeGreaterThan(lastCasing);
  });

  test("follows the order of the layers when somebody has changed it, and leaves out what is off", () => {
    const upside = [...everything].reverse().map((layer) => ({ ...layer, visible: layer.id !== "roads" }));
    const order = ids(sceneContext(), upside);
    expect(order.indexOf("hubs")).toBeLessThan(order.indexOf("zone"));
    expect(order).not.toContain("roads");
  });

  test("paints of a layer that is off what is selected, and nothing else of it", () => {
    const features = layers.get("facilities") ?? [];
    const chosen = features.find(({ geometry }) => geometry);
    const off = everything.map((layer) => (layer.id === "facilities" ? { ...layer, visible: false } : layer));
    const selected = { collection: "facilities", code: chosen?.id ?? "" };
    for (const state of [off, everything.map((layer) => ({ ...layer, opacity: layer.id === "facilities" ? 0 : 1 }))]) {
      const scene = buildScene(sceneContext({ zoom: 13, selected }), layers, state);
      expect(scene.hits.filter(({ ref }) => ref.collection === "facilities").map(({ ref }) => ref)).toEqual([selected]);
      expect(scene.layers.find(({ id }) => id === "facilities")?.primitives.length).toBeGreaterThan(0);
    }
    expect(ids(sceneContext({ zoom: 13 }), off)).not.toContain("facilities");
  });

  test("puts a collection that the order does not know on top", () => {
    const order = orderedLayers([], ["overlay-1", "hubs", "zone"]).map(({ id }) => id);
    expect(order).toEqual(["zone", "hubs", "overlay-1"]);
  });

  test("paints an overlay of any geometry without a code of its own", () => {
    const overlay = new Map([
      [
        "overlay-lines",
        [
          featureOf("a", {
            type: "LineString",
            coordinates: [
              [116.6, 35.4],
              [116.7, 35.45],
            ],
          }),
        ],
      ],
      [
        "overlay-areas",
        [
          featureOf("b", {
            type: "Polygon",
            coordinates: [
              [
                [116.6, 35.4],
                [116.7, 35.4],
                [116.7, 35.45],
                [116.6, 35.4],
              ],
            ],
          }),
        ],
      ],
      ["overlay-points", [featureOf("c", { type: "Point", coordinates: [116.7, 35.45] })]],
    ]);
    const scene = buildScene(sceneContext({ zoom: 13 }), overlay, []);
    expect(scene.hits.map((hit) => `${hit.ref.collection} ${hit.kind}`)).toEqual([
      "overlay-lines line",
      "overlay-areas area",
      "overlay-points point",
    ]);
  });

  test("leaves out hidden features and fades faded ones", () => {
    const hidden = sceneContext({
      appearance: (_, feature) => (feature.id === "axis-haichuan-road" ? "hidden" : "normal"),
    });
    expect(buildScene(hidden, layers, everything).hits.some((hit) => hit.ref.code === "axis-haichuan-road")).toBe(
      false,
    );
    const faded = sceneContext({ appearance: () => "faded" });
    const axes = buildScene(faded, layers, everything).layers.find(({ id }) => id === "axes");
    for (const primitive of axes?.primitives ?? []) expect(primitive).toMatchObject({ kind: "group", opacity: 0.35 });
  });

  test("keeps the selected feature strong while its layer fades to half", () => {
    const selected = { collection: "axes", code: "axis-haichuan-road" };
    const axes = buildScene(sceneContext({ selected }), layers, everything).layers.find(({ id }) => id === "axes");
    expect(axes?.primitives[0]).toMatchObject({ kind: "group", opacity: 0.5 });
    expect(axes?.primitives.slice(1).every((primitive) => primitive.kind !== "group")).toBe(true);
  });

  test("paints belts no narrower than 26 pixels and as wide as their metres when zoomed in", () => {
    const widest = (zoom: number) => {
      const belts = buildScene(sceneContext({ zoom }), layers, everything).layers.find(({ id }) => id === "belts");
      return flat(belts?.primitives ?? []).map((primitive) =>
        primitive.kind === "path" ? (primitive.stroke?.width ?? 0) : 0,
      );
    };
    expect(Math.min(...widest(10.5))).toBeGreaterThanOrEqual(24);
    const { metresPerPixel } = sceneContext({ zoom: 13 });
    expect(widest(13)).toContainEqual(expect.closeTo(1300 / metresPerPixel, 6));
  });

  test("gives the ground to a raster base map and lightens the areas above it", () => {
    const fills = (raster: boolean) =>
      buildScene(sceneContext({ raster }), layers, everything)
        .layers.filter(({ id }) => id === "zone" || id === "urban-clusters")
        .flatMap(({ primitives }) => flat(primitives))
        .filter((primitive) => primitive.kind === "path" && primitive.fill);
    expect(fills(true).length).toBe(fills(false).length - 1);
    for (const primitive of fills(true)) expect(primitive).toMatchObject({ fillOpacity: 0.35 });
  });
});
