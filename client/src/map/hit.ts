import { distance, distanceToLine } from "../geo/line.ts";
import { contains, largest, signedArea } from "../geo/polygon.ts";
import type { Point } from "../symbols/primitives.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { PlacedLabel } from "./labels/place.ts";
import type { HitTarget } from "./scene/context.ts";

/** What lies under the pointer: points before names before lines before areas; of areas the smallest. Fingers get `tolerance`. */
export function hitTest(
  targets: readonly HitTarget[],
  labels: readonly PlacedLabel[],
  at: Point,
  tolerance: number,
): FeatureRef | null {
  let best: { ref: FeatureRef; score: number } | null = null;
  // Later targets lie above earlier ones and win when they are as near.
  const offer = (ref: FeatureRef, score: number) => {
    if (!best || score <= best.score) best = { ref, score };
  };
  for (const target of targets) {
    if (target.kind === "point") {
      const far = distance(at, target.lines[0]?.[0] ?? [Number.POSITIVE_INFINITY, 0]) - target.reach;
      if (far <= tolerance) offer(target.ref, Math.max(0, far) / 1000);
    }
  }
  if (best) return (best as { ref: FeatureRef }).ref;
  for (const { request, boxes } of labels) {
    if (
      request.ref &&
      boxes.some((box) => at[0] >= box.left && at[0] <= box.right && at[1] >= box.top && at[1] <= box.bottom)
    )
      return request.ref;
  }
  for (const target of targets) {
    if (target.kind !== "line") continue;
    const far = Math.min(...target.lines.map((line) => distanceToLine(at, line))) - target.reach;
    if (far <= tolerance) offer(target.ref, Math.max(0, far));
  }
  if (best) return (best as { ref: FeatureRef }).ref;
  for (const target of targets) {
    if (target.kind !== "area") continue;
    // A band along a line (a belt) is an area too: narrow ones are smaller than any polygon around them.
    if (target.reach > 0) {
      if (Math.min(...target.lines.map((line) => distanceToLine(at, line))) <= target.reach)
        offer(target.ref, target.reach * 400);
    } else if (contains(target.lines, at)) offer(target.ref, Math.abs(signedArea(largest(target.lines))));
  }
  return (best as { ref: FeatureRef } | null)?.ref ?? null;
}
