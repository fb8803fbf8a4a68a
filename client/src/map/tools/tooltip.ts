import type { Point } from "../../symbols/primitives.ts";

const GAP_PX = 10;

/** The name of the sign under the pointer, above it and whole in the map; below where there is no room. */
export function createTooltip(container: HTMLElement) {
  const element = document.createElement("div");
  element.className = "map-tooltip";
  element.hidden = true;
  // whoever does not see it has the list of what is in view
  element.setAttribute("aria-hidden", "true");
  container.append(element);

  return {
    /** `at` in pixels of the map; `reach` is the radius of the sign. */
    show(name: string, [x, y]: Point, reach: number): void {
      element.textContent = name;
      element.hidden = false;
      const { offsetWidth, offsetHeight } = element;
      const left = Math.max(8, Math.min(container.clientWidth - offsetWidth - 8, x - offsetWidth / 2));
      const above = y - reach - GAP_PX - offsetHeight;
      element.style.left = `${left}px`;
      element.style.top = `${above >= 8 ? above : y + reach + GAP_PX}px`;
    },
    hide(): void {
      element.hidden = true;
    },
    remove: () => element.remove(),
  };
}
