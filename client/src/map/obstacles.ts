import type { Box } from "../geo/line.ts";

/** Whatever floats over the map and says so (`data-map-obstacle`), in the pixels of the frame, with a little air. */
export function obstacleBoxes(
  container: HTMLElement,
  offset: { x: number; y: number },
  which = "[data-map-obstacle]",
): Box[] {
  const home = container.getBoundingClientRect();
  const air = 4;
  return [...document.querySelectorAll<HTMLElement>(which)]
    .map((element) => element.getBoundingClientRect())
    .filter((rectangle) => rectangle.width > 0 && rectangle.height > 0)
    .map((rectangle) => ({
      left: rectangle.left - home.left + offset.x - air,
      right: rectangle.right - home.left + offset.x + air,
      top: rectangle.top - home.top + offset.y - air,
      bottom: rectangle.bottom - home.top + offset.y + air,
    }));
}
