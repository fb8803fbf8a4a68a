import { effect } from "@preact/signals";
import * as L from "leaflet";
import { lazyPart } from "../api/lazy-part.ts";
import { shownTheme } from "../appearance/view.ts";
import type { LonLat } from "../geo/geodesic.ts";
import { isComposing } from "../keyboard/keyboard.ts";
import { type Tool, tool } from "../measure/view.ts";
import type { Point } from "../symbols/primitives.ts";
import { insets, mapRequest, measurement } from "../viewport/map-link.ts";
import { measureSketch } from "./measure-sketch.ts";

const geodesicPart = lazyPart(() => import("../geo/geodesic.ts"));

/** Who presses one of these measures by keyboard. */
const KEYS = /^(Arrow|Enter$|Backspace$)/;

/**
 * The measure tool: a click or Enter (at the crosshair in the middle of the free part) adds a point, Backspace takes the last away, Esc ends.
 * What it finds goes to `measurement`; its words and units are the panels'.
 */
export function startMeasuring(map: L.Map): () => void {
  const container = map.getContainer();
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("class", "measure-sheet");
  sheet.setAttribute("aria-hidden", "true");
  let points: LonLat[] = [];
  let pointer: LonLat | null = null;
  let kind: Tool = "none";
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
  const redraw = () => {
    sheet.innerHTML =
      kind === "none"
        ? ""
        : measureSketch(
            points.map(toPixels),
            pointer ? toPixels(pointer) : null,
            kind === "measure-area",
            shownTheme.peek(),
            byKey ? [aim().x, aim().y] : null,
          );
  };
  const report = async () => {
    const asked = points;
    const area = kind === "measure-area";
    if (asked.length === 0) {
      measurement.value = null;
      return;
    }
    const geodesic = await geodesicPart();
    // Somebody has gone on clicking while the library was loading.
    if (asked !== points) return;
    measurement.value = {
      kind: area ? "area" : "line",
      points: asked.length,
      length_m: geodesic.lengthMetres(area && asked.length > 2 ? [...asked, asked[0] as LonLat] : asked),
      area_m2: area ? geodesic.areaSquareMetres(asked) : 0,
    };
  };
  const change = (next: LonLat[]) => {
    points = next;
    redraw();
    void report();
  };

  const onClick = (event: L.LeafletMouseEvent) => {
    if (kind !== "none") change([...points, [event.latlng.lng, event.latlng.lat]]);
  };
  const onMove = (event: L.LeafletMouseEvent) => {
    if (kind === "none") return;
    byKey = false;
    pointer = [event.latlng.lng, event.latlng.lat];
    redraw();
  };
  const onKey = (event: KeyboardEvent) => {
    if (kind === "none" || isComposing(event)) return;
    if (KEYS.test(event.key)) {
      byKey = true;
      pointer = null;
      redraw();
    }
    const handled: Record<string, () => void> = {
      Enter: () => {
        const { lat, lng } = map.containerPointToLatLng(aim());
        change([...points, [lng, lat]]);
      },
      Backspace: () => change(points.slice(0, -1)),
      Escape: () => {
        tool.value = "none";
      },
    };
    const act = handled[event.key];
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
    if (!act || (inField && event.key !== "Escape")) return;
    event.preventDefault();
    act();
  };

  map.on("click", onClick).on("mousemove", onMove).on("move zoom viewreset moveend", redraw);
  document.addEventListener("keydown", onKey);
  // While the map grows or shrinks the sketch would stand still: it waits.
  const hide = () => {
    sheet.style.visibility = "hidden";
  };
  const show = () => {
    sheet.style.visibility = "";
    redraw();
  };
  map.on("zoomanim", hide).on("zoomend", show);
  container.append(sheet);
  const stops = [
    effect(() => {
      kind = tool.value;
      container.style.cursor = kind === "none" ? "" : "crosshair";
      if (kind === "none") map.doubleClickZoom.enable();
      else map.doubleClickZoom.disable();
      pointer = null;
      byKey = true;
      change([]);
    }),
    effect(() => {
      void insets.value;
      redraw();
    }),
    effect(() => {
      void shownTheme.value;
      redraw();
    }),
    effect(() => {
      if (mapRequest.value?.kind !== "measure-clear") return;
      change([]);
      mapRequest.value = null;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    map.off("click", onClick).off("mousemove", onMove).off("move zoom viewreset moveend", redraw);
    map.off("zoomanim", hide).off("zoomend", show);
    document.removeEventListener("keydown", onKey);
    sheet.remove();
  };
}
