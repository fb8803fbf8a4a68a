import type { Box } from "../geo/line.ts";
import type { Frame } from "./plan-layer.ts";

/** Whatever floats over the map and says so (`data-map-obstacle`), in the pixels of the frame, with a little air. */
export function obstacleBoxes(container: HTMLElement, frame: Pick<Frame, "marginX" | "marginY">): Box[] {
  const home = container.getBoundingClientRect();
  const air = 4;
  return [...document.querySelectorAll<HTMLElement>("[data-map-obstacle]")]
    .map((element) => element.getBoundingClientRect())
    .filter((rectangle) => rectangle.width > 0 && rectangle.height > 0)
    .map((rectangle) => ({
      left: rectangle.left - home.left + frame.marginX - air,
      right: rectangle.right - home.left + frame.marginX + air,
      top: rectangle.top - home.top + frame.marginY - air,
      bottom: rectangle.bottom - home.top + frame.marginY + air,
    }));
}
