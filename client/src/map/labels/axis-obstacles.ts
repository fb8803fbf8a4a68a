import type { Box } from "../../geo/line.ts";
import { walker } from "../../geo/line.ts";
import { drawingOf } from "../../symbols/style.ts";
import type { HitTarget } from "../scene/context.ts";

const STEP = 10;
const MOST = 4000;

/** Boxes along the bands of the axes: white chevrons and letters do not mix. */
export function axisBoxes(targets: readonly HitTarget[]): Box[] {
  const boxes: Box[] = [];
  for (const { ref, lines, reach } of targets) {
    if (drawingOf(ref.collection) !== "axis") continue;
    for (const axis of lines) {
      const { at, length } = walker(axis);
      // Zoomed far in, an axis is tens of thousands of pixels long and hardly a label is near it.
      const step = Math.max(STEP, length / MOST);
      for (let along = 0; along < length; along += step) {
        const [x, y] = at(along).point;
        boxes.push({ left: x - reach * 0.8, right: x + reach * 0.8, top: y - reach * 0.8, bottom: y + reach * 0.8 });
      }
    }
  }
  return boxes;
}
