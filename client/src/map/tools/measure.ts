import { effect } from "@preact/signals";
import * as L from "leaflet";
import { lazyPart } from "../../api/lazy-part.ts";
import { shownTheme } from "../../appearance/view.ts";
import type { LonLat } from "../../geo/geodesic.ts";
import { isComposing } from "../../keyboard/keyboard.ts";
import type { Point } from "../../symbols/primitives.ts";
import { insets, mapRequest, measurement } from "../../viewport/map-link.ts";
import { measureSketch } from "./measure-sketch.ts";
import { createSketch } from "./sketch.ts";
import type { MapTool, ToolContext } from "./tool.ts";

const geodesicPart = lazyPart(() => import("../../geo/geodesic.ts"));

/** Who presses one of these measures by keyboard. */
const KEYS = /^(Arrow|Enter$|Backspace$)/;

/**
 * A click or Enter (at the crosshair in the middle of the free part) adds a point, Backspace takes the last away, Esc
 * ends. What it finds goes to `measurement`; its words and units are the panels'.
 */
export function measureTool({ map, finish }: ToolContext, kind: "line" | "area"): MapTool {
  let points: LonLat[] = [];
  let pointer: LonLat | null = null;
  // Where Enter adds a point; shown until a pointer is there to say where.
  let byKey = true;

  const aim = (): L.Point => {
    const { top, right, bottom, left } = insets.peek();
    const { x, y } = map.getSize();
    return L.point((left + x - right) / 2, (top + y - bottom) / 2);
  };
  const toPixels = ([lon, lat]: LonLat): Point => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return [x, y];
  };
  const sketch = createSketch(map, "measure-sheet", () =>
    measureSketch(
      points.map(toPixels),
      pointer ? toPixels(pointer) : null,
      kind === "area",
      shownTheme.peek(),
      byKey ? [aim().x, aim().y] : null,
    ),
  );

  const report = async () => {
    const asked = points;
    if (asked.length === 0) {
      measurement.value = null;
      return;
    }
    const geodesic = await geodesicPart();
    // Somebody has gone on clicking while the library was loading.
    if (asked !== points) return;
    measurement.value = {
      kind,
      points: asked.length,
      length_m: geodesic.lengthMetres(kind === "area" && asked.length > 2 ? [...asked, asked[0] as LonLat] : asked),
      area_m2: kind === "area" ? geodesic.areaSquareMetres(asked) : 0,
    };
  };
  const change = (next: LonLat[]) => {
    points = next;
    sketch.repaint();
    void report();
  };
  const onKey: Readonly<Record<string, () => void>> = {
    Enter: () => {
      const { lat, lng } = map.containerPointToLatLng(aim());
      change([...points, [lng, lat]]);
    },
    Backspace: () => change(points.slice(0, -1)),
    Escape: finish,
  };

  const stops = [
    effect(() => {
      void insets.value;
      void shownTheme.value;
      sketch.repaint();
    }),
    effect(() => {
      if (mapRequest.value?.kind !== "measure-clear") return;
      change([]);
      mapRequest.value = null;
    }),
  ];
  return {
    cursor: "crosshair",
    zoomsByDoubleClick: false,
    press: ({ latlng }) => change([...points, [latlng.lng, latlng.lat]]),
    move({ latlng }) {
      byKey = false;
      pointer = [latlng.lng, latlng.lat];
      sketch.repaint();
    },
    key(event) {
      if (isComposing(event)) return;
      if (KEYS.test(event.key)) {
        byKey = true;
        pointer = null;
        sketch.repaint();
      }
      const act = onKey[event.key];
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
      if (!act || (inField && event.key !== "Escape")) return;
      event.preventDefault();
      act();
    },
    close() {
      for (const stop of stops) stop();
      sketch.remove();
      change([]);
    },
  };
}
