import type { Position } from "geojson";
import { fromGaussKruger } from "../../geo/gauss-kruger.ts";
import { type Drawn, mapPositions, NotThere, rounded, type VertexAt, verticesAt, withVertices } from "../geometry.ts";
import { areaOf } from "../measures.ts";
import type { Done } from "../operations.ts";
import { middlePoint, type PlanePoint, toPlane } from "../plane.ts";
import { withDepth } from "../shapes/rectangle.ts";
import { replace } from "./replace.ts";

/**
 * Makes an area as large as it has to be, on the ellipsoid: by moving an edge (the one that follows a vertex) along its
 * neighbours, which keep their directions, or all of it about its middle. Exact but for the digits that a drawing keeps:
 * less than the perimeter times a tenth of a millimetre.
 */
export function setArea(geometry: Drawn, area_m2: number, edge: VertexAt | null): Done {
  const made = edge ? byEdge(geometry, area_m2, edge) : byScale(geometry, area_m2);
  if (!made) throw new NotThere(`an area of ${area_m2} m²`);
  return replace(geometry, made);
}

/** The last steps are a thousandth of the first: the plane is the ellipsoid to a part in a thousand. */
const ROUNDS = 8;
/** As many square metres off as are not looked for any more. */
const EXACT_M2 = 1e-4;

/** Not rounded: steps smaller than the digits that are kept count on the way. */
const toDegrees = ([east, north]: PlanePoint): Position => [...fromGaussKruger(east, north)];
const roundedAll = (drawn: Drawn): Drawn => mapPositions(drawn, rounded);

/** Null of what has no area. */
export function byScale(geometry: Drawn, area_m2: number): Drawn | null {
  const before = areaOf(geometry);
  if (before <= 0 || area_m2 <= 0) return null;
  const centre = middlePoint(geometry);
  let factor = Math.sqrt(area_m2 / before);
  const scaled = () =>
    mapPositions(geometry, (position) => {
      const [x, y] = toPlane(position);
      return toDegrees([centre[0] + (x - centre[0]) * factor, centre[1] + (y - centre[1]) * factor]);
    });
  for (let round = 0; round < ROUNDS; round++) factor *= Math.sqrt(area_m2 / areaOf(scaled()));
  return roundedAll(scaled());
}

/** Null where no place of the edge gives the area without crossing another one. */
export function byEdge(geometry: Drawn, area_m2: number, at: VertexAt): Drawn | null {
  const vertices = verticesAt(geometry, at);
  if (vertices.length < 3 || area_m2 <= 0) return null;
  const points = vertices.map(toPlane);
  const frame = frameOf(points, at.index);
  const moved = (by: number) =>
    withVertices(geometry, at, placed(vertices, at.index, endsAt(frame, by).map(toDegrees)));
  // a ring is larger where the edge goes out, a geometry smaller where the ring is a hole
  const grows = Math.sign(areaOf(moved(frame.length / 1000)) - areaOf(geometry)) || 1;
  const by = solved(frame, grows, (offset) => areaOf(moved(offset)) - area_m2);
  if (by === null || crosses(points, at.index, endsAt(frame, by))) return null;
  return roundedAll(moved(by));
}

/** An edge with the ways of its ends when it moves by a metre to the left, and how much longer it grows. */
type Frame = {
  ends: readonly [PlanePoint, PlanePoint];
  ways: readonly [PlanePoint, PlanePoint];
  room: readonly [number, number];
  length: number;
  growth: number;
};

/** Neighbours that all but run along the edge give it no way: it moves straight aside. */
const LEAST_SINE = 0.05;

function frameOf(points: readonly PlanePoint[], index: number): Frame {
  const at = (i: number) => points[(i + points.length) % points.length] as PlanePoint;
  const [before, a, b, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
  const length = distance(a, b) || 1;
  const along: PlanePoint = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const aside: PlanePoint = [-along[1], along[0]];
  const way = (from: PlanePoint, end: PlanePoint): { way: PlanePoint; room: number } => {
    const far = distance(from, end) || 1;
    const unit: PlanePoint = [(end[0] - from[0]) / far, (end[1] - from[1]) / far];
    const sine = dot(unit, aside);
    if (Math.abs(sine) < LEAST_SINE) return { way: aside, room: Number.POSITIVE_INFINITY };
    return { way: [unit[0] / sine, unit[1] / sine], room: -far * sine };
  };
  const [one, other] = [way(before, a), way(after, b)];
  return {
    ends: [a, b],
    ways: [one.way, other.way],
    room: [one.room, other.room],
    length,
    growth: dot(other.way, along) - dot(one.way, along),
  };
}

const distance = (a: PlanePoint, b: PlanePoint): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const dot = (a: PlanePoint, b: PlanePoint): number => a[0] * b[0] + a[1] * b[1];

const endsAt = ({ ends, ways }: Frame, by: number): PlanePoint[] =>
  ends.map((end, i) => [end[0] + by * (ways[i] as PlanePoint)[0], end[1] + by * (ways[i] as PlanePoint)[1]]);

const placed = (vertices: readonly Position[], index: number, [a, b]: readonly Position[]): Position[] =>
  vertices.map((vertex, i) =>
    i === index ? (a as Position) : i === (index + 1) % vertices.length ? (b as Position) : vertex,
  );

/** By how much the edge moves to its left, by the secant of two places. Null where the edge, or a neighbour, would be used up. */
function solved({ length, growth, room }: Frame, grows: number, off: (by: number) => number): number | null {
  // the plane's own answer first: far from it the edge would be used up on the way
  const wanted = -off(0) * grows;
  const square = length * length + 2 * growth * wanted;
  if (square < 0) return null;
  let by = (2 * wanted) / (length + Math.sqrt(square));
  const isThere = (offset: number) =>
    length + growth * offset > 0 &&
    room.every((end) => !Number.isFinite(end) || (end < 0 ? offset > end : offset < end));
  let last = { by: 0, rest: off(0) };
  for (let round = 0; round < ROUNDS; round++) {
    if (!isThere(by)) return null;
    const rest = off(by);
    if (Math.abs(rest) < EXACT_M2) return by;
    const slope = (rest - last.rest) / (by - last.by);
    last = { by, rest };
    by -= rest / slope;
  }
  return null;
}

/** Whether the edge where it shall be, or what it draws out of its neighbours, crosses another edge of the ring. */
function crosses(points: readonly PlanePoint[], index: number, [a, b]: readonly PlanePoint[]): boolean {
  const count = points.length;
  const at = (i: number) => points[(i + count) % count] as PlanePoint;
  const own: [PlanePoint, PlanePoint][] = [
    [at(index - 1), a as PlanePoint],
    [a as PlanePoint, b as PlanePoint],
    [b as PlanePoint, at(index + 2)],
  ];
  return points.some((from, i) => {
    if ([index - 1, index, index + 1].some((near) => (near + count) % count === i)) return false;
    return own.some(([p, q]) => meet(p, q, from, at(i + 1)));
  });
}

/** Edges that share an end do not meet. */
function meet(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): boolean {
  const side = (p: PlanePoint, q: PlanePoint, r: PlanePoint) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** How deep a rectangle on a side is that has an area; `left`: of the way along the side. */
export function rectangleOfArea(from: Position, to: Position, area_m2: number, left: boolean): Position[] | null {
  const side = distance(toPlane(from), toPlane(to));
  if (side === 0 || area_m2 <= 0) return null;
  let depth = area_m2 / side;
  const ring = () => withDepth(from, to, left ? depth : -depth);
  for (let round = 0; round < ROUNDS; round++) depth *= area_m2 / areaOf({ type: "Polygon", coordinates: [ring()] });
  return ring();
}
