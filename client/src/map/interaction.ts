import type * as L from "leaflet";
import type { FeatureRef } from "../state/map-link.ts";
import { hovered, type Selection, selection, tool } from "../state/view.ts";
import type { Point } from "../symbols/primitives.ts";
import type { Drawing } from "./drawing.ts";
import { hitTest } from "./hit.ts";
import type { CellOnScreen } from "./tiles/press.ts";
import { fitZone, reducedMotion } from "./view-sync.ts";

/** Pointer and keys on the map: hover, choose, clear; `0` shows the whole zone. */

const MOUSE = 4;
const FINGER = 22;
/** Levels to zoom in for a symbol that counts many. */
const CELL_STEP = 1.5;

export function startInteraction(
  map: L.Map,
  drawing: () => Drawing | null,
  marginOf: () => { x: number; y: number },
): () => void {
  const container = map.getContainer();
  let finger = false;
  let frame = 0;

  /** A feature, or the symbol of many; signs before symbols, symbols before names, lines and areas. */
  const under = (at: L.Point): { ref: FeatureRef | null; cell: CellOnScreen | null } => {
    const now = drawing();
    if (!now) return { ref: null, cell: null };
    const margin = marginOf();
    const point: Point = [at.x + margin.x, at.y + margin.y];
    const tolerance = finger ? FINGER : MOUSE;
    const targets = [...now.hits, ...now.tiles.near(point, tolerance)];
    const isOn = ({ at: [x, y], r }: CellOnScreen) => Math.hypot(point[0] - x, point[1] - y) <= r + tolerance / 2;
    const cell = now.tiles.cells().find(isOn) ?? null;
    if (!cell) return { ref: hitTest(targets, now.labels, point, tolerance), cell };
    const signs = targets.filter(({ kind }) => kind === "point");
    const ref = hitTest(signs, [], point, MOUSE);
    return ref ? { ref, cell: null } : { ref: null, cell };
  };
  const asSelection = (ref: FeatureRef | null): Selection => (ref ? { kind: "feature", ...ref } : { kind: "none" });
  const setHovered = (ref: FeatureRef | null, cell: CellOnScreen | null = null) => {
    const held = hovered.peek();
    const same = held.kind === "feature" ? ref?.collection === held.collection && ref.code === held.code : ref === null;
    if (!same) hovered.value = asSelection(ref);
    container.style.cursor = tool.peek() !== "none" ? "crosshair" : ref ? "pointer" : cell ? "zoom-in" : "";
  };

  const onMove = (event: L.LeafletMouseEvent) => {
    if (finger || frame) return;
    const at = event.containerPoint;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const { ref, cell } = tool.peek() === "none" ? under(at) : { ref: null, cell: null };
      setHovered(ref, cell);
    });
  };
  const onOut = () => setHovered(null);
  const onClick = (event: L.LeafletMouseEvent) => {
    if (tool.peek() !== "none") return;
    const { ref, cell } = under(event.containerPoint);
    // Many in one symbol: nearer, each can be seen by itself.
    if (cell) map.setZoomAround(event.containerPoint, map.getZoom() + CELL_STEP, { animate: !reducedMotion() });
    else selection.value = asSelection(ref);
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
