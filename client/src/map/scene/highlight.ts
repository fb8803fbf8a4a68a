import {
  line,
  outline,
  type PathPrimitive,
  type Point,
  type Primitive,
  type Stroke,
} from "../../symbols/primitives.ts";
import { type HitTarget, ink, type SceneContext } from "./context.ts";

/** Selected and hovered features: indigo outline with a glow (nothing at rest uses indigo, so it always means "this one"). */

export type Weight = { outline: number; glow: number; opacity: number };
export const SELECTED: Weight = { outline: 7.5, glow: 15, opacity: 1 };
export const HOVERED: Weight = { outline: 4, glow: 9, opacity: 0.75 };

/**
 * What makes a feature stand out. `around` is painted first; then `within` is taken out of it, so that whatever lies in
 * or on the feature stays to be seen; `over` is the sign of a point once more, in front of its neighbours.
 */
export type Highlight = { around: Primitive[]; within: Primitive[]; over: Primitive[] };

/** `own` is the feature's painting: it says how wide a line is, and what a sign looks like. */
export function highlight(
  context: SceneContext,
  targets: readonly HitTarget[],
  own: readonly Primitive[],
  weight: Weight,
): Highlight {
  const paint = ink(context, "selection");
  const glow = { paint, opacity: 0.22 * weight.opacity };
  const edge = { paint, opacity: weight.opacity };
  const found: Highlight = { around: [], within: [], over: [] };
  const isPoint = targets.every(({ kind }) => kind === "point");
  if (isPoint) found.over.push(...own);
  const shapes = silhouettes(own);
  for (const { kind, lines, reach } of targets) {
    const at = lines[0]?.[0];
    if (kind === "area" && reach > 0) {
      const edges = lines.flatMap((points) => [parallel(points, reach), parallel(points, -reach)]);
      found.around.push(
        line(edges, { ...glow, width: weight.glow * 0.7 }),
        line(edges, { ...edge, width: weight.outline * 0.4 }),
      );
    } else if (kind === "area") {
      found.around.push(
        outline(lines, { ...glow, width: weight.glow }),
        outline(lines, { ...edge, width: weight.outline * 0.5 }),
      );
    } else if (kind === "point" && shapes.length === 0 && at) {
      found.around.push(
        { kind: "disc", at, r: reach + weight.glow * 0.5, fill: paint, fillOpacity: glow.opacity },
        { kind: "disc", at, r: reach + weight.outline * 0.35, fill: paint, fillOpacity: edge.opacity },
      );
    } else {
      const wider = weight.outline * (kind === "point" ? 0.7 : 1);
      found.around.push(
        ...shapes.map((shape) => widened(shape, weight.glow, glow)),
        ...shapes.map((shape) => widened(shape, wider, edge)),
      );
      if (kind === "line")
        found.within.push(...shapes.map((shape) => ({ ...widened(shape, 0, { paint }), fill: paint })));
    }
  }
  return found;
}

/** Finer than this beside the widest stroke is decoration: the chevrons of an axis. */
const DECORATION = 1 / 3;

/** The widest stroke along each line of a painting: casing and fill of a road are one silhouette. */
function silhouettes(own: readonly Primitive[]): PathPrimitive[] {
  const widest = new Map<unknown, PathPrimitive>();
  const visit = (primitive: Primitive): void => {
    if (primitive.kind === "group") primitive.children.forEach(visit);
    if (primitive.kind !== "path") return;
    const known = widest.get(primitive.lines[0]);
    if (!known || widthOf(known) < widthOf(primitive)) widest.set(primitive.lines[0], primitive);
  };
  own.forEach(visit);
  const shapes = [...widest.values()];
  const most = Math.max(...shapes.map(widthOf));
  return shapes.filter((shape) => shape.closed || widthOf(shape) >= most * DECORATION);
}

const widthOf = ({ stroke }: PathPrimitive): number => stroke?.width ?? 0;

function widened(shape: PathPrimitive, by: number, pen: Pick<Stroke, "paint" | "opacity">): PathPrimitive {
  const { lines, closed, stroke } = shape;
  return { kind: "path", lines, closed, stroke: { ...pen, width: widthOf(shape) + by, cap: stroke?.cap ?? "butt" } };
}

/** A line shifted sideways by `offset`, each vertex along the bisector of its sides. */
export function parallel(points: readonly Point[], offset: number): Point[] {
  return points.map((at, index) => {
    const before = points[index - 1] ?? at;
    const after = points[index + 1] ?? at;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    return [at[0] - (dy / length) * offset, at[1] + (dx / length) * offset];
  });
}
