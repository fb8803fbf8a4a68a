import type { Position } from "geojson";
import { type Drawn, partsOf, ringsOf } from "../../drawing/geometry.ts";
import { contains } from "../../geo/polygon.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { WholeHandle } from "./handles.ts";

/** Pixels that the handle that turns stands above the drawing. */
const ABOVE_PX = 34;
/** As far into the window as it stays, that it can be reached. */
const INSIDE_PX = 24;

/** The handle that turns the drawing about its middle, above it; at the edge of the window where the drawing goes on beyond. */
export function turnHandle(
  drawn: Drawn,
  about: Position,
  toPixels: (position: Position) => Point,
  [width, height]: Point,
): WholeHandle {
  const [x] = toPixels(about);
  const points = ringsOf(drawn).flatMap(({ vertices }) => vertices.map(toPixels));
  const top = points.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const inside = (value: number, most: number) => Math.min(most - INSIDE_PX, Math.max(INSIDE_PX, value));
  return { kind: "turn", about, point: [inside(x, width), inside(top - ABOVE_PX, height)] };
}

/** Anywhere on the drawing takes hold of all of it. */
export function wholeAt(drawn: Drawn, about: Position, at: Position, point: Point): WholeHandle | null {
  const place = at as [number, number];
  const isOn = partsOf(drawn).some((rings) => contains(rings as [number, number][][], place));
  return isOn ? { kind: "whole", about, point } : null;
}
