import { effect, untracked } from "@preact/signals";
import type { Position } from "geojson";
import * as L from "leaflet";
import { shownTheme } from "../../appearance/view.ts";
import { areaTexts } from "../../drawing/area-text.ts";
import { candidate } from "../../drawing/candidate.ts";
import { caughtWords } from "../../drawing/caught-words.ts";
import {
  active,
  aim,
  begun,
  dragging,
  found,
  geometry,
  isBegun,
  isEmpty,
  mode,
  place,
  placeAtCrosshair,
  shown,
} from "../../drawing/editor.ts";
import { measured } from "../../drawing/measured.ts";
import { caught } from "../../drawing/snapping.ts";
import { choose, isSame } from "../../drawing/vertices.ts";
import { chosenEnds } from "../../drawing/wanted-area.ts";
import { centre } from "../../drawing/whole.ts";
import { formatLength } from "../../language/format.ts";
import { language } from "../../language/view.ts";
import type { Point } from "../../symbols/primitives.ts";
import { insets, metresPerPixel } from "../../viewport/map-link.ts";
import { createSketch } from "../tools/sketch.ts";
import type { MapTool, ToolContext } from "../tools/tool.ts";
import { type Handle, handleAt, handlesOf } from "./handles.ts";
import { pressHandle, startHolding } from "./hold.ts";
import { startKeys } from "./keys.ts";
import { markupOf } from "./markup.ts";
import { startSnapping } from "./snapping.ts";
import { turnHandle, wholeAt } from "./whole-handles.ts";
import "./draw.css";

const MOUSE_PX = 9;
const FINGER_PX = 24;
const CURSORS: Record<Handle["kind"], string> = { vertex: "move", edge: "copy", whole: "move", turn: "grab" };

/** The drawing in hand on the map: its handles, and what mouse, finger, pen and keys do to it. What it is lives in drawing/. */
export function startDrawing(on: ToolContext): MapTool {
  const { map } = on;
  let handles: readonly Handle[] = [];
  // a finger hides what it points at, keys point at nothing: both have the crosshair
  let byCrosshair = !matchMedia("(hover: hover)").matches;

  // exact, for a key moves by one pixel and Leaflet's own is rounded to whole ones
  const toPixels = ([lon, lat]: Position): Point => {
    const at = map.project([lat as number, lon as number]).subtract(map.getPixelBounds().min as L.Point);
    return [at.x, at.y];
  };
  const toPosition = ([x, y]: Point): Position => {
    const { lng, lat } = map.unproject(L.point(x, y).add(map.getPixelBounds().min as L.Point));
    return [lng, lat];
  };
  const isPlacing = () => !["edit", "whole"].includes(mode.peek()) || isBegun.peek();
  const isRectangleShown = () => mode.peek().startsWith("rectangle") && shown.peek() !== geometry.peek();
  const crosshair = (): Point => {
    const { top, right, bottom, left } = insets.peek();
    const { x, y } = map.getSize();
    return [(left + x - right) / 2, (top + y - bottom) / 2];
  };
  const sketch = createSketch(map, "draw-sheet", () => {
    const { x, y } = map.getSize();
    const { loose } = begun.peek();
    const isLoose = (at: { part: number; ring: number }) => loose?.part === at.part && loose.ring === at.ring;
    const hand = { before: geometry.peek(), shown: shown.peek(), dragging: dragging.peek() };
    handles =
      mode.peek() === "whole" && !isEmpty(shown.peek()) && shown.peek().type !== "Point"
        ? [turnHandle(hand, toPixels, [x, y])]
        : handlesOf(shown.peek(), toPixels, [x, y], isLoose);
    const { area_m2, edges } = measured.peek();
    return markupOf({
      drawn: shown.peek(),
      toPixels,
      size: [x, y],
      handles,
      isActive: (at) => isSame(active.peek(), at),
      edges,
      length: (metres) => formatLength(metres, language.peek()),
      area: area_m2 > 0 ? areaTexts(area_m2, language.peek()) : [],
      isLoose: isBegun.peek(),
      pending: begun.peek().pending,
      aim: aim.peek() && !isRectangleShown() ? [aim.peek() as Position] : [],
      crosshair: byCrosshair && isPlacing() ? crosshair() : null,
      found: found.peek(),
      candidate: candidate.peek(),
      chosenEdge: chosenEnds.peek(),
      caught: caught.peek()
        ? { ...caughtWords(caught.peek(), (caught.peek()?.off ?? 0) * metresPerPixel.peek()), point: caughtAt() }
        : null,
    });
  });
  const snapping = startSnapping(map);
  /** In pixels of the window. */
  const caughtAt = (): Point => {
    const [x, y] = caught.peek()?.point ?? [0, 0];
    const { min } = map.getPixelBounds() as { min: L.Point };
    return [x - min.x, y - min.y];
  };
  const useCrosshair = (is: boolean) => {
    if (byCrosshair === is) return;
    byCrosshair = is;
    aimAt();
    sketch.repaint();
  };
  const placeAt = (position: Position, isFinger: boolean, isFree: boolean) => {
    const at = snapping.at(position, isFinger, isFree);
    place(at, caught.peek()?.line?.isSchematic === true);
  };
  const aimAt = () => {
    aim.value = byCrosshair && isBegun.peek() ? snapping.at(toPosition(crosshair()), true, false) : null;
  };
  /** Whichever hand asks for a corner where the crosshair is: again on the first or the last one it ends the ring. */
  const placeThere = () => {
    useCrosshair(true);
    const handle = isBegun.peek() ? handleAt(handlesNow(), crosshair(), MOUSE_PX) : null;
    if (!handle || !pressHandle(handle)) placeAt(toPosition(crosshair()), true, false);
    aimAt();
  };
  // of what is there, without the corner that is only aimed at
  const takenAt = (point: Point, isFinger: boolean): Handle | null => {
    const found = handleAt(handles, point, isFinger ? FINGER_PX : MOUSE_PX);
    const about = mode.peek() === "whole" ? centre.peek() : null;
    return found ?? (about && wholeAt(shown.peek(), about, toPosition(point), point));
  };
  const handlesNow = () => {
    aim.value = null;
    sketch.repaint();
    return handles;
  };
  const hold = startHolding({
    map,
    toPosition: (point, at, event) => snapping.at(toPosition(point), event.pointerType === "touch", event.altKey, at),
    toPlain: toPosition,
    handleAt: (point, isFinger) => takenAt(point, isFinger),
  });
  const keys = startKeys(map.getContainer(), {
    toPixels,
    toPosition,
    useCrosshair,
    placeThere,
    panBy: (by) => map.panBy(by as L.PointTuple, { animate: false }),
    isByCrosshair: () => byCrosshair,
    metresPerPixel: () => metresPerPixel.peek(),
  });

  const stops = [
    effect(() => {
      void [shown.value, aim.value, active.value, begun.value, mode.value, found.value, measured.value];
      void [chosenEnds.value, candidate.value, caught.value, language.value, shownTheme.value, insets.value];
      sketch.repaint();
    }),
    effect(() => {
      // some may have been asked for before the map could do it
      if (placeAtCrosshair.value === 0) return;
      placeAtCrosshair.value -= 1;
      untracked(placeThere);
    }),
  ];
  map.on("move", aimAt);
  return {
    cursor: "crosshair",
    zoomsByDoubleClick: false,
    press({ latlng, originalEvent }) {
      if (hold.hasJustEnded()) return;
      if (mode.peek() === "whole") return;
      if (mode.peek() === "edit" && !isBegun.peek()) choose(null);
      else placeAt([latlng.lng, latlng.lat], on.isFinger(), originalEvent.altKey);
    },
    move({ latlng, containerPoint, originalEvent }) {
      if (on.isFinger() || hold.isHolding()) return;
      useCrosshair(false);
      aim.value = isPlacing() ? snapping.at([latlng.lng, latlng.lat], false, originalEvent.altKey) : null;
      const handle = isBegun.peek() ? null : takenAt([containerPoint.x, containerPoint.y], false);
      on.setCursor(handle ? CURSORS[handle.kind] : "crosshair");
    },
    leave() {
      if (!byCrosshair) aim.value = null;
      caught.value = null;
    },
    key: keys.onPage,
    close() {
      for (const stop of stops) stop();
      map.off("move", aimAt);
      hold.stop();
      keys.stop();
      snapping.stop();
      dragging.value = null;
      aim.value = null;
      sketch.remove();
    },
  };
}
