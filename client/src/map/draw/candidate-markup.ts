import type { Candidate, CornerLabel } from "../../drawing/candidate.ts";
import type { Point } from "../../symbols/primitives.ts";

/** Numbers of corners that are shown at most, and how many pixels they keep from each other. */
const MOST_LABELS = 60;
const APART_PX = 22;

type LabelledCorner = { label: string; point: Point; isChosen: boolean };

/** The numbers of corners beside their places, as many as can be told apart. */
export function labelledCorners(
  { labels }: Candidate,
  toPixels: (position: CornerLabel["position"]) => Point,
): LabelledCorner[] {
  const shown: LabelledCorner[] = [];
  const chosenFirst = [...labels.filter(({ isChosen }) => isChosen), ...labels.filter(({ isChosen }) => !isChosen)];
  for (const { label, position, isChosen = false } of chosenFirst) {
    if (shown.length >= MOST_LABELS) break;
    const point = toPixels(position);
    const isFree = shown.every((other) => Math.hypot(other.point[0] - point[0], other.point[1] - point[1]) >= APART_PX);
    if (label !== "" && isFree) shown.push({ label, point, isChosen });
  }
  return shown;
}
