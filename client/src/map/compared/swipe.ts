import type * as L from "leaflet";
import { t } from "../../language/t.ts";
import { insets } from "../../viewport/map-link.ts";

const STEP = 0.02;

/** A divider across the map: what was stands to its left, what shall be to its right. By pointer, finger, or arrow keys. */
export function createSwipe(map: L.Map, moved: () => void) {
  const container = map.getContainer();
  const divider = document.createElement("div");
  divider.className = "compared-divider";
  divider.tabIndex = 0;
  divider.setAttribute("role", "slider");
  divider.setAttribute("aria-orientation", "horizontal");
  divider.setAttribute("aria-valuemin", "0");
  divider.setAttribute("aria-valuemax", "100");
  divider.hidden = true;
  container.append(divider);

  // a share of what the panels leave of the map
  let share = 0.5;
  let at = 0;
  const put = (next: number) => {
    share = Math.min(1, Math.max(0, next));
    const { left, right } = insets.peek();
    const x = left + share * Math.max(1, container.clientWidth - left - right);
    divider.style.left = `${x}px`;
    divider.setAttribute("aria-valuenow", String(Math.round(share * 100)));
    at = x;
    moved();
  };
  const shareAt = (clientX: number) => {
    const { left, right } = insets.peek();
    return (
      (clientX - container.getBoundingClientRect().left - left) / Math.max(1, container.clientWidth - left - right)
    );
  };
  divider.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    divider.focus();
    divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) put(shareAt(event.clientX));
  });
  for (const name of ["click", "dblclick", "mousedown", "touchstart"])
    divider.addEventListener(name, (event) => event.stopPropagation());
  divider.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: share - STEP,
      ArrowDown: share - STEP,
      ArrowRight: share + STEP,
      ArrowUp: share + STEP,
      Home: 0,
      End: 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    put(to);
  });
  const onResize = () => put(share);
  map.on("resize", onResize);
  return {
    /** Pixels from the left edge of the map. */
    at: () => at,
    show(isShown: boolean): void {
      divider.hidden = !isShown;
      divider.setAttribute("aria-label", t("review.divider"));
      if (isShown) put(share);
    },
    remove(): void {
      map.off("resize", onResize);
      divider.remove();
    },
  };
}
