import type * as L from "leaflet";
import type { FeatureRef } from "../state/map-link.ts";
import { hovered, type Selection, selection, tool } from "../state/view.ts";
import type { Point } from "../symbols/primitives.ts";
import type { Drawing } from "./drawing.ts";
import { hitTest } from "./hit.ts";
import { fitZone } from "./view-sync.ts";

/** Pointer and keys on the map: hover, choose, clear; `0` shows the whole zone. */

const MOUSE = 4;
const FINGER = 22;

export function startInteraction(
  map: L.Map,
  drawing: () => Drawing | null,
  marginOf: () => { x: number; y: number },
): () => void {
  const container = map.getContainer();
  let finger = false;
  let frame = 0;

  const under = (at: L.Point): FeatureRef | null => {
    const now = drawing();
    if (!now) return null;
    const margin = marginOf();
    const point: Point = [at.x + margin.x, at.y + margin.y];
    return hitTest(now.hits, now.labels, point, finger ? FINGER : MOUSE);
  };
  const asSelection = (ref: FeatureRef | null): Selection => (ref ? { kind: "feature", ...ref } : { kind: "none" });
  const setHovered = (ref: FeatureRef | null) => {
    const held = hovered.peek();
    const same = held.kind === "feature" ? ref?.collection === held.collection && ref.code === held.code : ref === null;
    if (!same) hovered.value = asSelection(ref);
    container.style.cursor = tool.peek() !== "none" ? "crosshair" : ref ? "pointer" : "";
  };

  const onMove = (event: L.LeafletMouseEvent) => {
    if (finger || frame) return;
    const at = event.containerPoint;
    frame = requestAnimationFrame(() => {
      frame = 0;
      setHovered(tool.peek() === "none" ? under(at) : null);
    });
  };
  const onOut = () => setHovered(null);
  const onClick = (event: L.LeafletMouseEvent) => {
    if (tool.peek() !== "none") return;
    selection.value = asSelection(under(event.containerPoint));
  };
  const onPointer = (event: PointerEvent) => {
    finger = event.pointerType === "touch";
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "0" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fitZone(map, true);
  };

  map.on("mousemove", onMove).on("mouseout", onOut).on("click", onClick);
  container.addEventListener("pointerdown", onPointer, true);
  container.addEventListener("pointermove", onPointer, true);
  container.addEventListener("keydown", onKey);
  return () => {
    cancelAnimationFrame(frame);
    map.off("mousemove", onMove).off("mouseout", onOut).off("click", onClick);
    container.removeEventListener("pointerdown", onPointer, true);
    container.removeEventListener("pointermove", onPointer, true);
    container.removeEventListener("keydown", onKey);
  };
}
