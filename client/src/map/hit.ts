import { distance, distanceToLine } from "../geo/line.ts";
import { contains, largest, signedArea } from "../geo/polygon.ts";
import type { Point } from "../symbols/primitives.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { PlacedLabel } from "./labels/place.ts";
import type { HitTarget } from "./scene/context.ts";

/** How many pixels a place is beside it; negative or 0 on it. An area has no beside: it is on it, or endlessly far. */
function far(target: HitTarget, at: Point): number {
  if (target.kind === "point")
    return distance(at, target.lines[0]?.[0] ?? [Number.POSITIVE_INFINITY, 0]) - target.reach;
  const toLine = () => Math.min(...target.lines.map((line) => distanceToLine(at, line))) - target.reach;
  if (target.kind === "line") return toLine();
  const isIn = isBand(target) ? toLine() <= 0 : contains(target.lines, at);
  return isIn ? 0 : Number.POSITIVE_INFINITY;
}

/** A band along a line (a belt) is an area too. */
const isBand = ({ reach }: HitTarget): boolean => reach > 0;

/** Square pixels; narrow bands are smaller than any polygon around them. */
const sizeOf = (target: HitTarget): number =>
  isBand(target) ? target.reach * 400 : Math.abs(signedArea(largest(target.lines)));

const isOnName = ({ boxes }: PlacedLabel, [x, y]: Point): boolean =>
  boxes.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);

/** What lies under the pointer: points before names before lines before areas; of areas the smallest. Fingers get `tolerance`. */
export function hitTest(
  targets: readonly HitTarget[],
  labels: readonly PlacedLabel[],
  at: Point,
  tolerance: number,
): FeatureRef | null {
  // Later targets lie above earlier ones and win when they are as near, or as small.
  const first = (kind: HitTarget["kind"], score: (target: HitTarget, far: number) => number): FeatureRef | null => {
    let best: { ref: FeatureRef; score: number } | null = null;
    for (const target of targets) {
      if (target.kind !== kind) continue;
      const beside = far(target, at);
      if (beside > tolerance) continue;
      const scored = score(target, Math.max(0, beside));
      if (!best || scored <= best.score) best = { ref: target.ref, score: scored };
    }
    return best?.ref ?? null;
  };
  const named = () => labels.find((label) => label.request.ref && isOnName(label, at))?.request.ref;
  return (
    first("point", (_, beside) => beside) ?? named() ?? first("line", (_, beside) => beside) ?? first("area", sizeOf)
  );
}

const KINDS = ["point", "line", "area"] as const;

/**
 * Everything that lies under the pointer, each once, the smallest first: points, then lines by how near they are, then
 * areas by their size. What is pressed by a sign, a name or an outline stands where the largest of its targets does.
 */
export function allHits(
  targets: readonly HitTarget[],
  labels: readonly PlacedLabel[],
  at: Point,
  tolerance: number,
): FeatureRef[] {
  const keyOf = ({ collection, code }: FeatureRef) => `${collection} ${code}`;
  const areas = targets.map((target): HitTarget => (target.encloses ? { ...target, kind: "area", reach: 0 } : target));
  const found = new Map<string, FeatureRef>();
  for (const target of [...targets, ...areas])
    if (far(target, at) <= tolerance) found.set(keyOf(target.ref), target.ref);
  for (const label of labels)
    if (label.request.ref && isOnName(label, at)) found.set(keyOf(label.request.ref), label.request.ref);
  const ranks = new Map([...found.keys()].map((key) => [key, [0, 0] as [kind: number, size: number]]));
  for (const target of areas) {
    const rank = ranks.get(keyOf(target.ref));
    if (!rank) continue;
    const kind = KINDS.indexOf(target.kind);
    const size = target.kind === "area" ? sizeOf(target) : Math.max(0, far(target, at));
    if (kind > rank[0] || (kind === rank[0] && target.kind === "area" && size > rank[1]))
      ranks.set(keyOf(target.ref), [kind, size]);
  }
  const rankOf = (ref: FeatureRef) => ranks.get(keyOf(ref)) as [number, number];
  return [...found.values()].sort((a, b) => {
    const [[kindA, sizeA], [kindB, sizeB]] = [rankOf(a), rankOf(b)];
    return kindA - kindB || sizeA - sizeB;
  });
}
