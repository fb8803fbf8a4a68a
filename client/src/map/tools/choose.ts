import { batch } from "@preact/signals";
import type * as L from "leaflet";
import { findFeature } from "../../features/plan.ts";
import { t } from "../../language/t.ts";
import { openFeature } from "../../selection/select.ts";
import { isSame, type Selection } from "../../selection/selection.ts";
import { hovered, selection } from "../../selection/view.ts";
import type { Point } from "../../symbols/primitives.ts";
import { openUnplacedAt } from "../../unplaced/open.ts";
import { type FeatureRef, press } from "../../viewport/map-link.ts";
import type { PlacedLabel } from "../labels/place.ts";
import { type HitTarget, nameOf } from "../scene/context.ts";
import { reducedMotion } from "../view-sync.ts";
import { findAt, pressAt } from "./find.ts";
import type { MapTool, ToolContext } from "./tool.ts";
import { createTooltip } from "./tooltip.ts";

/** Levels to zoom in for a symbol that counts many. */
const CELL_STEP = 1.5;

/** With no other tool in hand: the pointer names what it is over, a press opens it, a press beside everything closes it. */
export function chooseTool(on: ToolContext): MapTool {
  const { map } = on;
  const tooltip = createTooltip(map.getContainer());
  let frame = 0;
  let pointer: L.Point | null = null;

  const asSelection = (ref: FeatureRef | null): Selection => (ref ? { kind: "feature", ...ref } : { kind: "none" });
  let own: Selection | null = null;
  const setHovered = (ref: FeatureRef | null) => {
    const held = hovered.peek();
    // a panel that the pointer has gone to is told of it before the map is
    if (!ref && held !== own) return;
    own = ref && isSame(held, ref.collection, ref.code) ? held : asSelection(ref);
    hovered.value = own;
  };
  const nameSign = (sign: HitTarget | null) => {
    const now = on.painted();
    const at = sign?.lines[0]?.[0];
    const feature = now && sign && (findFeature(sign.ref.collection, sign.ref.code) ?? now.tiles.find(sign.ref));
    if (!at || !feature) return tooltip.hide();
    const margin = on.offset();
    tooltip.show(nameOf(now.context, feature).text, [at[0] - margin.x, at[1] - margin.y], sign.reach);
  };
  const nameBubble = ({ request, boxes: [box] }: PlacedLabel) => {
    const margin = on.offset();
    if (!box || !request.bubble) return;
    const middle: Point = [(box.left + box.right) / 2 - margin.x, (box.top + box.bottom) / 2 - margin.y];
    tooltip.show(t("unplaced.bubble_list", { text: request.bubble.full }), middle, (box.bottom - box.top) / 2);
  };
  const point = (at: L.Point) => {
    const { ref, cell, sign, bubble } = findAt(on, at);
    setHovered(ref);
    on.setCursor(ref ? "pointer" : cell ? "zoom-in" : "");
    if (bubble) nameBubble(bubble);
    else nameSign(sign);
  };
  const leave = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    setHovered(null);
    on.setCursor("");
    tooltip.hide();
  };

  return {
    cursor: "",
    zoomsByDoubleClick: true,
    press({ containerPoint }) {
      const { ref, cell, bubble } = findAt(on, containerPoint);
      // Many in one symbol: nearer, each can be seen by itself.
      if (cell) map.setZoomAround(containerPoint, map.getZoom() + CELL_STEP, { animate: !reducedMotion() });
      else if (bubble?.request.bubble) openUnplacedAt(bubble.request.bubble.of.code);
      else if (ref)
        batch(() => {
          openFeature(ref.collection, ref.code, true);
          press.value = pressAt(on, containerPoint, ref);
        });
      else selection.value = asSelection(null);
    },
    move({ containerPoint }) {
      if (on.isFinger()) return;
      // the last of a frame counts: the pointer may rest there
      pointer = containerPoint;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (pointer) point(pointer);
      });
    },
    leave,
    key(event) {
      // whatever a pointer brings up can be sent away by a key (WCAG 1.4.13)
      if (event.key === "Escape") tooltip.hide();
    },
    mapMoves: tooltip.hide,
    close() {
      leave();
      tooltip.remove();
    },
  };
}
