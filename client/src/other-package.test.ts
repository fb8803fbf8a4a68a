import { describe, expect, test, vi } from "vitest";
import { catalogueIn, layersIn } from "./fixture.ts";

/** The client with a package that has other collections: without parks, projects and chains, and one without a symbol. */
const harbour = "tests/packages/harbour";
vi.resetModules();
vi.doMock("./catalogue-source.ts", () => ({ catalogueSource: Promise.resolve(catalogueIn(harbour)) }));
const { collectionDefinitions, collectionOf, drawOrder, isFrame } = await import("./catalogue.ts");
const { drawingOf, layerStyle } = await import("./symbols/style.ts");
const { svgPicture } = await import("./symbols/svg.ts");
const { swatch } = await import("./symbols/swatch.ts");
const { buildScene } = await import("./map/scene/scene.ts");
const { sceneContext } = await import("./map/scene/fixture.ts");
const { PAGES, TABS } = await import("./layout/view.ts");

const layers = layersIn(harbour);
const state = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));

describe("a package without our collections", () => {
  test("has the roles that it gives, and no other", () => {
    expect(collectionOf("boundary")).toBe("district");
    for (const role of ["axis", "park", "project", "site", "enterprise", "facility"] as const)
      expect(collectionOf(role), role).toBeUndefined();
  });

  test("has no frame that fades where no group says so", () => {
    for (const { id } of collectionDefinitions) expect(isFrame(id), id).toBe(false);
  });

  test("has no list of projects, no panorama of chains and no rules to ask by", () => {
    expect(TABS).toEqual(["layers", "text"]);
    expect(PAGES).toEqual(["map", "gaps", "policies"]);
  });

  test("is painted by the geometry of its collections, each of them", () => {
    const { hits, layers: painted } = buildScene(sceneContext({ zoom: 13 }), layers, state);
    expect(new Set(hits.map(({ ref, kind }) => `${ref.collection} ${kind}`))).toEqual(
      new Set(["district area", "tarns area", "quays line", "beacons point"]),
    );
    expect(JSON.stringify(painted)).not.toContain("null");
  });

  test("has a neutral sign by its geometry for a collection without a symbol", () => {
    expect(drawingOf("beacons")).toBeUndefined();
    expect(layerStyle("beacons")).toMatchObject({ kind: "point" });
    const point = { kind: "disc", at: [16, 10] };
    expect(swatch("beacons", "light")).toContainEqual(expect.objectContaining(point));
    expect(swatch("beacons", "light").some(({ kind }) => kind === "text")).toBe(false);
    for (const [type, kind] of [
      ["Polygon", "area"],
      ["MultiLineString", "line"],
      ["Point", "point"],
    ])
      expect(layerStyle("unheard-of", type).kind, type).toBe(kind);
  });

  test("has a picture of every collection in the legend", () => {
    for (const { id } of collectionDefinitions)
      expect(svgPicture(swatch(id, "dark"), 32, 20, id), id).toMatch(/<(path|circle)/);
  });
});
