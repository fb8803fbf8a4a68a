import { describe, expect, it } from "vitest";
import type { PlanFeature } from "../../api/types.ts";
import type { Context2D } from "../canvas/canvas.ts";
import { buildRoads } from "../scene/roads.ts";
import { buildSites } from "../scene/sites.ts";
import { tileFeature } from "./columns.ts";
import type { TileFeature } from "./decode.ts";
import { plainLook } from "./fixture.ts";
import { pictureFrame, tileScene } from "./look.ts";
import { STUB, strokeLines, strokesOf } from "./strokes.ts";

const tile = { z: 12, row: 1616, col: 3375 };
const look = { ...plainLook, zoom: 13, references: {} };
const context = tileScene(tile, look, pictureFrame(tile, look, 0));
const kinds = [
  { road_class: "secondary", plan_status: "existing" },
  { road_class: "expressway", plan_status: "existing" },
  { road_class: "trunk", plan_status: "planned" },
];
const lines: TileFeature[] = kinds.map((_, index) => ({
  look: index,
  texts: [],
  lines: [[0, 100 * index, 2048, 100 * index + 1, 4096, 100 * index]],
}));
const numberOf = (code: string) => Number(code.slice(1));
const roads = (geometry: (index: number) => PlanFeature["geometry"]) =>
  kinds.map((known, index) => tileFeature(`r${index}`, geometry(index) as never, known));

/** What is painted, in order, as a pen hears it. */
function penThatWrites() {
  const heard: { colour: string; width: number; dash: readonly number[]; points: number[] }[] = [];
  let points: number[] = [];
  let dash: readonly number[] = [];
  const pen = {
    strokeStyle: "",
    lineWidth: 0,
    setLineDash: (next: number[]) => {
      dash = next;
    },
    beginPath: () => {
      points = [];
    },
    moveTo: (x: number, y: number) => points.push(x, y),
    lineTo: (x: number, y: number) => points.push(x, y),
    stroke: () => heard.push({ colour: pen.strokeStyle, width: pen.lineWidth, dash, points }),
  };
  return { heard, pen: pen as unknown as Context2D };
}

describe("the strokes of a tile of lines", () => {
  const strokes = strokesOf(
    buildRoads(
      context,
      "roads",
      roads(() => STUB),
    ),
    numberOf,
  );

  it("are those of the painting of the layer, in its order", () => {
    const whole = buildRoads(
      context,
      "roads",
      roads((index) => ({ type: "LineString", coordinates: [[0, index]] })),
    );
    const paths = whole.under.flatMap((primitive) => (primitive.kind === "path" ? [primitive.stroke] : []));
    expect(strokes?.map(({ stroke }) => stroke)).toEqual(paths);
    // all casings before the first fill, the highest class last
    expect(strokes?.slice(0, 6).map(({ index }) => index)).toEqual([0, 2, 1, 0, 2, 1]);
  });

  it("go along the lines of the tile, without the vertices that nobody can see", () => {
    const { heard, pen } = penThatWrites();
    strokeLines(pen, strokes ?? [], lines, { scale: 0.125, dx: 10, dy: 0 });
    expect(heard[0]?.points).toEqual([10, 0, 522, 0]);
    expect(heard).toHaveLength(strokes?.length ?? 0);
    const dashed = heard.filter(({ dash }) => dash.length > 0);
    // the one that is only planned, its casing and its fill
    expect(dashed.map(({ points }) => points[1])).toEqual([25, 25]);
  });

  it("cannot be told of a painting that fills or changes the lines", () => {
    const site = tileFeature("s0", { type: "Polygon", coordinates: [[[0, 0]]] }, { plan_status: "planned" });
    expect(strokesOf(buildSites(context, "project-sites", [site]), () => 0)).toBeNull();
  });
});
