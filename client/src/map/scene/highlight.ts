import { line, outline, type PathPrimitive, type Point, type Primitive } from "../../symbols/primitives.ts";
import { type HitTarget, ink, type SceneContext } from "./context.ts";

/** Selected and hovered features: indigo outline with a glow (nothing at rest uses indigo, so it always means "this one"). */

export type Weight = { outline: number; glow: number; opacity: number };
export const SELECTED: Weight = { outline: 7.5, glow: 15, opacity: 1 };
export const HOVERED: Weight = { outline: 4, glow: 9, opacity: 0.75 };

/** Drawn below the feature itself: `own` is the feature's drawing, repeated on top of its outline. */
export function highlight(
  context: SceneContext,
  targets: readonly HitTarget[],
  own: readonly Primitive[],
  weight: Weight,
): Primitive[] {
  const paint = ink(context, "selection");
  const below: Primitive[] = [];
  for (const { kind, lines, reach } of targets) {
    if (kind === "point") {
      const at = lines[0]?.[0];
      const shapes = silhouettes(own);
      if (shapes.length > 0) {
        below.push(
          ...shapes.map((shape) => widened(shape, weight.glow, 0.22 * weight.opacity, paint)),
          ...shapes.map((shape) => widened(shape, weight.outline * 0.7, weight.opacity, paint)),
        );
      } else if (at) {
        below.push(
          { kind: "disc", at, r: reach + weight.glow * 0.5, fill: paint, fillOpacity: 0.22 * weight.opacity },
          { kind: "disc", at, r: reach + weight.outline * 0.35, fill: paint, fillOpacity: weight.opacity },
        );
      }
    } else if (kind === "area" && reach > 0) {
      const edges = lines.flatMap((points) => [parallel(points, reach), parallel(points, -reach)]);
      below.push(
        line(edges, { paint, width: weight.glow * 0.7, opacity: 0.22 * weight.opacity }),
        line(edges, { paint, width: weight.outline * 0.4, opacity: weight.opacity }),
      );
    } else if (kind === "area") {
      below.push(
        outline(lines, { paint, width: weight.glow, opacity: 0.22 * weight.opacity }),
        outline(lines, { paint, width: weight.outline * 0.5, opacity: weight.opacity }),
      );
    } else {
      const shapes = silhouettes(own);
      below.push(
        ...shapes.map((shape) => widened(shape, weight.glow, 0.22 * weight.opacity, paint)),
        ...shapes.map((shape) => widened(shape, weight.outline, weight.opacity, paint)),
      );
    }
  }
  return [...below, ...own];
}

/** The widest stroke along each line of a drawing: casing and fill of a road are one silhouette. */
function silhouettes(own: readonly Primitive[]): PathPrimitive[] {
  const widest = new Map<unknown, PathPrimitive>();
  const visit = (primitive: Primitive): void => {
    if (primitive.kind === "group") primitive.children.forEach(visit);
    if (primitive.kind !== "path" || primitive.lines.length > 8) return;
    const known = widest.get(primitive.lines[0]);
    if (!known || (known.stroke?.width ?? 0) < (primitive.stroke?.width ?? 0))
      widest.set(primitive.lines[0], primitive);
  };
  own.forEach(visit);
  return [...widest.values()];
}

function widened({ lines, closed, stroke }: PathPrimitive, by: number, opacity: number, paint: string): Primitive {
  return {
    kind: "path",
    lines,
    closed,
    stroke: { paint, width: (stroke?.width ?? 0) + by, opacity, cap: stroke?.cap ?? "butt" },
  };
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
