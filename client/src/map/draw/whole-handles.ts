import type { Position } from "geojson";
import { type Drawn, partsOf, ringsOf } from "../../drawing/geometry.ts";
import type { Operation } from "../../drawing/operations.ts";
import { middleOf } from "../../drawing/whole.ts";
import { contains } from "../../geo/polygon.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { WholeHandle } from "./handles.ts";

/** Pixels that the handle that turns stands above the drawing. */
const ABOVE_PX = 34;
/** As far into the window as it stays, that it can be reached. */
const INSIDE_PX = 24;

/** The handle that turns the drawing about its middle, above it; at the edge of the window where the drawing goes on beyond. It goes along with the hand. */
export function turnHandle(
  { before, shown, dragging }: { before: Drawn; shown: Drawn; dragging: Operation | null },
  toPixels: (position: Position) => Point,
  [width, height]: Point,
): WholeHandle {
  const isTurning = dragging?.kind === "rotate";
  const drawn = isTurning ? before : shown;
  const about = isTurning ? dragging.about : middleOf(shown);
  const [x, y] = toPixels(about);
  const points = ringsOf(drawn).flatMap(({ vertices }) => vertices.map(toPixels));
  const top = points.reduce((least, [, height]) => Math.min(least, height), Number.POSITIVE_INFINITY);
  const inside = (value: number, most: number) => Math.min(most - INSIDE_PX, Math.max(INSIDE_PX, value));
  const [dx, dy] = [inside(x, width) - x, inside(top - ABOVE_PX, height) - y];
  const angle = isTurning ? (dragging.degrees * Math.PI) / 180 : 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { kind: "turn", about, point: [x + dx * cos - dy * sin, y + dx * sin + dy * cos] };
}

/** Anywhere on the drawing takes hold of all of it. */
export function wholeAt(drawn: Drawn, about: Position, at: Position, point: Point): WholeHandle | null {
  const place = at as [number, number];
  const isOn = partsOf(drawn).some((rings) => contains(rings as [number, number][][], place));
  return isOn ? { kind: "whole", about, point } : null;
}
