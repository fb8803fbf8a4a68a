import { batch } from "@preact/signals";
import type * as L from "leaflet";
import { printing } from "../appearance/view.ts";
import { fromUnit, worldSize } from "../geo/mercator.ts";
import { boxOf } from "../geo/polygon.ts";
import { layers } from "../layers/view.ts";
import type { Primitive } from "../symbols/primitives.ts";
import { toSvg } from "../symbols/svg.ts";
import { insets, printPicture } from "../viewport/map-link.ts";

import { axisBoxes } from "./labels/axis-obstacles.ts";
import { canvasMeasure } from "./labels/measure.ts";
import { labelPrimitives } from "./labels/paint.ts";
import { placeLabels } from "./labels/place.ts";
import type { Painted, Painting } from "./painting.ts";
import { type SceneContext, screenProjection } from "./scene/context.ts";
import { buildGround, neighbourLabels } from "./scene/ground.ts";
import { buildScene } from "./scene/scene.ts";

/**
 * While the browser prints, the view of the map is a picture for paper: the same scene in light colours, as lines and
 * letters instead of pixels, and its names set without the panels. A browser does not wait: all of it is made at once.
 */
export function startPrinting(map: L.Map, painting: Painting): () => void {
  const begin = () => {
    const current = painting.now();
    if (!current) return;
    batch(() => {
      printing.value = true;
      printPicture.value = pictureOf(map, current);
    });
  };
  const end = () => {
    batch(() => {
      printing.value = false;
      printPicture.value = null;
    });
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

/** Width to height of the map on paper (print/print-sheet.css). */
const RATIO = 219 / 155;

/** What the panels leave of the view, in pixels of the window, and so much more around it that it has the form of the sheet. */
function roomOnPaper(map: L.Map): { left: number; top: number; width: number; height: number } {
  const { x, y } = map.getSize();
  const { left, top, right, bottom } = insets.peek();
  const seen = { width: Math.max(1, x - left - right), height: Math.max(1, y - top - bottom) };
  const width = Math.round(Math.max(seen.width, seen.height * RATIO));
  const height = Math.round(Math.max(seen.height, seen.width / RATIO));
  return {
    left: Math.round(left - (width - seen.width) / 2),
    top: Math.round(top - (height - seen.height) / 2),
    width,
    height,
  };
}

function pictureOf(map: L.Map, current: Painted): NonNullable<typeof printPicture.value> {
  const zoom = map.getZoom();
  const room = roomOnPaper(map);
  const { width, height } = room;
  const { x: left, y: top } = map.getPixelOrigin().add(map.containerPointToLayerPoint([room.left, room.top]));
  const context: SceneContext = {
    ...current.context,
    project: screenProjection(zoom, left, top),
    width,
    height,
    zoom,
    theme: "light",
    // the pictures of a base map are not ours to print
    raster: false,
  };
  const size = worldSize(zoom);
  const scene = buildScene(context, current.collections, layers.peek());
  const ground = buildGround(context, ([x, y]) => fromUnit((x + left) / size, (y + top) / size));
  const signs = scene.hits
    .filter(({ kind }) => kind === "point")
    .map(({ lines, reach }) => {
      const box = boxOf(lines);
      return { left: box.left - reach, right: box.right + reach, top: box.top - reach, bottom: box.bottom + reach };
    });
  const labels = placeLabels(
    [...scene.labels, ...neighbourLabels(context)],
    [...signs, ...axisBoxes(scene.hits)],
    { left: 4, top: 4, right: width - 4, bottom: height - 4 },
    canvasMeasure(),
  );
  const primitives: Primitive[] = [
    ...ground,
    ...scene.layers.flatMap((layer) => layer.primitives),
    ...labels.flatMap(labelPrimitives),
  ];
  const isShown = (id: string) => layers.peek().some((layer) => layer.id === id && layer.visible);
  const tiled = [...(context.tiled ?? [])].filter(isShown);
  return { svg: toSvg(primitives, "print"), width, height, tiled };
}
