import type { Position } from "geojson";
import { type Drawn, ofParts, partsOf, ringOf, rounded } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { fromPlane, type PlanePoint, toPlane } from "../plane.ts";
import { replace } from "./replace.ts";

/** How far from the right direction an edge may be and still be meant to have it, in degrees. */
const MEANT = 20;
const QUARTER = 90;

type Edge = { readonly angle: number; readonly length: number; readonly middle: PlanePoint };

/**
 * Edges that are nearly at right angles to the longest directions become so; others keep theirs. Each edge turns about
 * its middle, so that the size hardly changes.
 */
export function rightAngles(geometry: Drawn): Done {
  const parts = partsOf(geometry);
  if (parts.length === 0) return replace(geometry, geometry);
  const main = mainAngle(parts.flatMap((rings) => rings.flatMap((ring) => edgesOf(ring.slice(0, -1).map(toPlane)))));
  return replace(
    geometry,
    ofParts(parts.map((rings) => rings.map((ring) => ringOf(squared(ring.slice(0, -1), main))))),
  );
}

function edgesOf(corners: readonly PlanePoint[]): Edge[] {
  return corners.map((a, i) => {
    const b = corners[(i + 1) % corners.length] as PlanePoint;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    return {
      angle: (Math.atan2(dy, dx) * 180) / Math.PI,
      length: Math.hypot(dx, dy),
      middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    };
  });
}

/** The direction, modulo a quarter turn, that most of the length has: the mean of four times the angles. */
function mainAngle(edges: readonly Edge[]): number {
  let [x, y] = [0, 0];
  for (const { angle, length } of edges) {
    const four = (angle * 4 * Math.PI) / 180;
    x += length * Math.cos(four);
    y += length * Math.sin(four);
  }
  return (Math.atan2(y, x) * 180) / Math.PI / 4;
}

function squared(ring: readonly Position[], main: number): Position[] {
  if (ring.length < 3) return [...ring];
  const corners = ring.map(toPlane);
  const directed = edgesOf(corners).map((edge) => ({ ...edge, angle: meant(edge.angle, main) }));
  const lines = joined(directed);
  return corners.map((corner, i) => {
    const before = lines[(i + lines.length - 1) % lines.length] as Edge;
    const after = lines[i] as Edge;
    const met = isParallel(before, after) ? foot(corner, after) : meeting(before, after);
    // edges that all but run on meet far away: their corner stays
    const isNear = Math.hypot(met[0] - corner[0], met[1] - corner[1]) <= Math.max(before.length, after.length);
    return isNear ? rounded(fromPlane(met)) : (ring[i] as Position);
  });
}

function meant(angle: number, main: number): number {
  const wanted = main + Math.round((angle - main) / QUARTER) * QUARTER;
  return Math.abs(angle - wanted) <= MEANT ? wanted : angle;
}

/** Edges that run on in one direction lie on one line: through the mean of their middles. */
function joined(edges: readonly Edge[]): Edge[] {
  const start = edges.findIndex((edge, i) => !isParallel(edges.at(i - 1) as Edge, edge));
  if (start < 0) return [...edges];
  const lines = [...edges];
  for (let i = 0; i < edges.length; ) {
    const first = edges[(start + i) % edges.length] as Edge;
    let count = 1;
    while (i + count < edges.length && isParallel(first, edges[(start + i + count) % edges.length] as Edge)) count++;
    const run = Array.from({ length: count }, (_, k) => (start + i + k) % edges.length);
    const middle = meanMiddle(run.map((k) => edges[k] as Edge));
    for (const k of run) lines[k] = { ...first, middle };
    i += count;
  }
  return lines;
}

function meanMiddle(edges: readonly Edge[]): PlanePoint {
  const whole = edges.reduce((sum, { length }) => sum + length, 0) || 1;
  return [
    edges.reduce((sum, { middle, length }) => sum + middle[0] * length, 0) / whole,
    edges.reduce((sum, { middle, length }) => sum + middle[1] * length, 0) / whole,
  ];
}

const direction = ({ angle }: Edge): PlanePoint => [
  Math.cos((angle * Math.PI) / 180),
  Math.sin((angle * Math.PI) / 180),
];

function isParallel(a: Edge, b: Edge): boolean {
  const [u, v] = [direction(a), direction(b)];
  return Math.abs(u[0] * v[1] - u[1] * v[0]) < 1e-9;
}

function foot(point: PlanePoint, line: Edge): PlanePoint {
  const [dx, dy] = direction(line);
  const along = (point[0] - line.middle[0]) * dx + (point[1] - line.middle[1]) * dy;
  return [line.middle[0] + along * dx, line.middle[1] + along * dy];
}

function meeting(a: Edge, b: Edge): PlanePoint {
  const [u, v] = [direction(a), direction(b)];
  const t = ((b.middle[0] - a.middle[0]) * v[1] - (b.middle[1] - a.middle[1]) * v[0]) / (u[0] * v[1] - u[1] * v[0]);
  return [a.middle[0] + t * u[0], a.middle[1] + t * u[1]];
}
