import { hovered } from "./view.ts";

/** What a row of a list does while the pointer or the focus is on it: its feature stands out on the map. */
export function pointsAt(collection: string, code: string) {
  const point = () => {
    hovered.value = { kind: "feature", collection, code };
  };
  const leave = () => {
    hovered.value = { kind: "none" };
  };
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
}
