import type { Box } from "./line.ts";
import { overlap } from "./polygon.ts";

/** Less than this in either direction is no room to show anything in. */
const LEAST_PX = 96;

const widthOf = ({ left, right }: Box): number => Math.max(0, right - left);
const heightOf = ({ top, bottom }: Box): number => Math.max(0, bottom - top);
const sizeOf = (box: Box): number => widthOf(box) * heightOf(box);

/**
 * What is left of a box beside the obstacles in it, as one box: each takes away the side that costs least, the largest
 * first. Obstacles that would leave no room are not counted.
 */
export function freeBox(whole: Box, obstacles: readonly Box[]): Box {
  let free = whole;
  for (const obstacle of [...obstacles].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    if (!overlap(free, obstacle)) continue;
    const cuts: Box[] = [
      { ...free, right: obstacle.left },
      { ...free, left: obstacle.right },
      { ...free, bottom: obstacle.top },
      { ...free, top: obstacle.bottom },
    ];
    const [best] = cuts.sort((a, b) => sizeOf(b) - sizeOf(a));
    if (best && widthOf(best) >= LEAST_PX && heightOf(best) >= LEAST_PX) free = best;
  }
  return free;
}
