import type * as L from "leaflet";
import { findFeature } from "../features/plan.ts";
import { tool } from "../measure/view.ts";
import { openFeature } from "../selection/select.ts";
import type { Selection } from "../selection/selection.ts";
import { hovered, selection } from "../selection/view.ts";
import type { Point } from "../symbols/primitives.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { Drawing } from "./drawing.ts";
import { hitTest } from "./hit.ts";
import { type HitTarget, nameOf } from "./scene/context.ts";
import type { CellOnScreen } from "./tiles/press.ts";
import { createTooltip } from "./tooltip.ts";
import { fitZone, reducedMotion } from "./view-sync.ts";

/** Pointer and keys on the map: hover, choose, clear; `0` shows the whole zone. */

const MOUSE = 4;
const FINGER = 22;
/** Levels to zoom in for a symbol that counts many. */
const CELL_STEP = 1.5;

type Found = { ref: FeatureRef | null; cell: CellOnScreen | null; sign: HitTarget | null };
const NOTHING: Found = { ref: null, cell: null, sign: null };

export function startInteraction(
  map: L.Map,
  drawing: () => Drawing | null,
  marginOf: () => { x: number; y: number },
): () => void {
  const container = map.getContainer();
  const tooltip = createTooltip(container);
  let finger = false;
  let frame = 0;

  /** A feature, or the symbol of many; signs before symbols, symbols before names, lines and areas. */
  const under = (at: L.Point): Found => {
    const now = drawing();
    if (!now) return NOTHING;
    const margin = marginOf();
    const point: Point = [at.x + margin.x, at.y + margin.y];
    const tolerance = finger ? FINGER : MOUSE;
    const targets = [...now.hits, ...now.tiles.near(point, tolerance)];
    const isOn = ({ at: [x, y], r }: CellOnScreen) => Math.hypot(point[0] - x, point[1] - y) <= r + tolerance / 2;
    const cell = now.tiles.cells().find(isOn) ?? null;
    const signs = targets.filter(({ kind }) => kind === "point");
    const onSign = hitTest(signs, [], point, cell ? MOUSE : tolerance);
    const sign = signs.find(({ ref }) => ref.collection === onSign?.collection && ref.code === onSign.code) ?? null;
    if (onSign) return { ref: onSign, cell: null, sign };
    return cell ? { ref: null, cell, sign } : { ref: hitTest(targets, now.labels, point, tolerance), cell, sign };
  };
  const asSelection = (ref: FeatureRef | null): Selection => (ref ? { kind: "feature", ...ref } : { kind: "none" });
  const setHovered = (ref: FeatureRef | null, cell: CellOnScreen | null = null) => {
    const held = hovered.peek();
    const same = held.kind === "feature" ? ref?.collection === held.collection && ref.code === held.code : ref === null;
    if (!same) hovered.value = asSelection(ref);
    container.style.cursor = tool.peek() !== "none" ? "crosshair" : ref ? "pointer" : cell ? "zoom-in" : "";
  };

  const nameSign = (sign: HitTarget | null) => {
    const now = drawing();
    const at = sign?.lines[0]?.[0];
    const feature = now && sign && (findFeature(sign.ref.collection, sign.ref.code) ?? now.tiles.find(sign.ref));
    if (!at || !feature) return tooltip.hide();
    const margin = marginOf();
    tooltip.show(nameOf(now.context, feature).text, [at[0] - margin.x, at[1] - margin.y], sign.reach);
  };
  const onMove = (event: L.LeafletMouseEvent) => {
    if (finger || frame) return;
    const at = event.containerPoint;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const { ref, cell, sign } = tool.peek() === "none" ? under(at) : NOTHING;
      setHovered(ref, cell);
      nameSign(sign);
    });
  };
  const onOut = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    setHovered(null);
    tooltip.hide();
  };
  const onClick = (event: L.LeafletMouseEvent) => {
    if (tool.peek() !== "none") return;
    const { ref, cell } = under(event.containerPoint);
    // Many in one symbol: nearer, each can be seen by itself.
    if (cell) map.setZoomAround(event.containerPoint, map.getZoom() + CELL_STEP, { animate: !reducedMotion() });
    else if (ref) openFeature(ref.collection, ref.code, true);
    else selection.value = asSelection(null);
  };
  const onPointer = (event: PointerEvent) => {
    finger = event.pointerType === "touch";
  };
  const onKey = (event: KeyboardEvent) => {
    // whatever a pointer brings up can be sent away by a key (WCAG 1.4.13)
    if (event.key === "Escape") tooltip.hide();
    if (event.key !== "0" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fitZone(map, true);
  };

  map.on("mousemove", onMove).on("mouseout", onOut).on("click", onClick).on("movestart zoomstart", tooltip.hide);
  container.addEventListener("pointerdown", onPointer, true);
  container.addEventListener("pointermove", onPointer, true);
  container.addEventListener("keydown", onKey);
  return () => {
    cancelAnimationFrame(frame);
    map.off("mousemove", onMove).off("mouseout", onOut).off("click", onClick).off("movestart zoomstart", tooltip.hide);
    tooltip.remove();
    container.removeEventListener("pointerdown", onPointer, true);
    container.removeEventListener("pointermove", onPointer, true);
    container.removeEventListener("keydown", onKey);
  };
}
