import { fromGaussKruger, toGaussKruger } from "../../geo/gauss-kruger.ts";
import type { Point, Primitive } from "../../symbols/primitives.ts";
import { area, line } from "../../symbols/primitives.ts";
import { labelStyle, symbols } from "../../symbols/style.ts";
import { labelLook } from "../labels/look.ts";
import type { LabelRequest } from "../labels/request.ts";
import { ink, type SceneContext } from "./context.ts";

/** The plan's own ground: paper, the kilometre grid of EPSG:4548, the neighbours' names. Needs no network. */

export function buildGround(context: SceneContext, inverse: (at: Point) => readonly [number, number]): Primitive[] {
  if (context.raster) return [];
  const { width, height } = context;
  const sheet: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  return [area([sheet], ink(context, "outside")), ...kilometreGrid(context, inverse)];
}

function kilometreGrid(context: SceneContext, inverse: (at: Point) => readonly [number, number]): Primitive[] {
  const step = (symbols.ground.grid_km.findLast((entry) => context.zoom >= entry.min_zoom)?.km ?? 10) * 1000;
  const corners = (
    [
      [0, 0],
      [context.width, 0],
      [context.width, context.height],
      [0, context.height],
    ] as const
  ).map((corner) => toGaussKruger(...inverse(corner)));
  const eastings = corners.map(([easting]) => easting);
  const northings = corners.map(([, northing]) => northing);
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const [south, north] = [Math.min(...northings), Math.max(...northings)];
  // Zoomed far out the grid says nothing and would be thousands of lines.
  if ((east - west) / step > 60) return [];
  const at = (easting: number, northing: number): Point => context.project(...fromGaussKruger(easting, northing));
  const lines: Point[][] = [];
  for (let x = Math.ceil(west / step) * step; x <= east; x += step)
    lines.push([at(x, south), at(x, (south + north) / 2), at(x, north)]);
  for (let y = Math.ceil(south / step) * step; y <= north; y += step)
    lines.push([at(west, y), at((west + east) / 2, y), at(east, y)]);
  return [line(lines, { paint: ink(context, "grid"), width: 0.8, opacity: 0.8 })];
}

export function neighbourLabels(context: SceneContext): LabelRequest[] {
  if (context.raster) return [];
  const style = labelStyle("neighbour");
  const look = labelLook(context, style);
  if (!look) return [];
  return symbols.ground.neighbours.map((neighbour, index) => ({
    ref: null,
    priority: style.priority,
    key: `neighbour/${index}`,
    text: context.language === "en" ? neighbour.en : neighbour.zh,
    look,
    place: {
      kind: "point",
      at: context.project(neighbour.lon, neighbour.lat),
      clear: 0,
      sides: ["centre", "below-far", "above-far"],
    },
    opacity: 1,
  }));
}
