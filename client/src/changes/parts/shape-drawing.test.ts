import { signal } from "@preact/signals";
import type { Geometry } from "geojson";
import { afterEach, describe, expect, it } from "vitest";
import type { PlanFeature } from "../../api/types.ts";
import { collectionDefinitions } from "../../catalogue.ts";
import { active, finish, geometry, mode, place as press, takeMode } from "../../drawing/editor.ts";
import { undoStep } from "../../drawing/steps.ts";
import { moveActive } from "../../drawing/vertices.ts";
import { DRAW_TOOL, NO_TOOL, tool } from "../../viewport/tool.ts";
import type { Proposed } from "../proposed.ts";
import { modesOf, startShapeDrawing } from "./shape-drawing.ts";

const collectionWith = (type: string): string =>
  collectionDefinitions.find(({ geometry_type }) => geometry_type === type)?.id ?? "";
const [lines, areas] = [collectionWith("MultiLineString"), collectionWith("MultiPolygon")];
const a = [116.6, 35.4];
const b = [116.61, 35.4];
const c = [116.61, 35.41];
const road: Geometry = { type: "MultiLineString", coordinates: [[a, b]] };
const featureWith = (shape: Geometry | null): PlanFeature =>
  ({ type: "Feature", geometry: shape, properties: { code: "one", version: 3 } }) as unknown as PlanFeature;

let stop = () => {};
const start = (collection: string, shape: Geometry | null, place = signal<Proposed | null>(null)) => {
  stop = startShapeDrawing({ collection, feature: featureWith(shape), place });
  return place;
};
afterEach(() => stop());

describe("the shape of a correction", () => {
  it("offers lines or areas, as the catalogue has the geometry of the collection", () => {
    expect(modesOf(lines)).toContain("line");
    expect(modesOf(lines)).not.toContain("polygon");
    expect(modesOf(areas)).toContain("polygon");
    expect(modesOf(areas)).not.toContain("line");
  });

  it("opens with what stands there, and proposes what is drawn in the form in which it is stored", () => {
    const place = start(lines, road);
    expect([geometry.value, mode.value, tool.value]).toEqual([
      { type: "LineString", coordinates: [a, b] },
      "edit",
      DRAW_TOOL,
    ]);
    expect(place.value).toBeNull();
    active.value = { part: 0, ring: 0, index: 1 };
    moveActive(c);
    expect(place.value).toEqual({
      geometry: { type: "MultiLineString", coordinates: [[a, c]] },
      sharedWith: null,
      isOnSchematic: false,
    });
    undoStep();
    expect(place.value).toBeNull();
  });

  it("begins a line, or an area, of what has no place", () => {
    const place = start(lines, null);
    expect(mode.value).toBe("line");
    press(a);
    press(b);
    finish();
    expect(place.value?.geometry).toEqual(road);
    stop();
    start(areas, null);
    expect(mode.value).toBe("polygon");
  });

  it("draws what is proposed in another way, as a step that can be taken back", () => {
    const place = start(lines, road);
    const shared = { geometry: { type: "MultiLineString", coordinates: [[b, c]] } as Geometry, sharedWith: "two" };
    place.value = shared;
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [b, c] });
    expect(place.value).toBe(shared);
    undoStep();
    expect(place.value).toBeNull();
    place.value = { geometry: null, sharedWith: null };
    expect(geometry.value.type).toBe("Polygon");
    takeMode("line");
    expect(place.value).toEqual({ geometry: null, sharedWith: null });
  });

  it("keeps what was proposed when the drawing is laid aside, and lays the tool aside", () => {
    const place = start(lines, road);
    active.value = { part: 0, ring: 0, index: 1 };
    moveActive(c);
    stop();
    expect(place.value?.geometry).toEqual({ type: "MultiLineString", coordinates: [[a, c]] });
    expect(tool.value).toBe(NO_TOOL);
    start(lines, road, place);
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [a, c] });
  });

  it("keeps a stored shape that cannot be drawn until another one is drawn", () => {
    const odd = { type: "GeometryCollection", geometries: [] } as unknown as Geometry;
    const place = start(areas, odd);
    expect(place.value).toBeNull();
    for (const at of [a, b, c]) press(at);
    finish();
    expect(place.value?.geometry?.type).toBe("MultiPolygon");
  });
});
