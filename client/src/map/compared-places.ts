import { effect } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import type * as L from "leaflet";
import { comparedPlaces } from "../viewport/map-link.ts";
import { createSketch } from "./tools/sketch.ts";

const POINT_PX = 9;

/** Draws what somebody proposes over the plan: the place before dashed, the one after solid. */
export function startComparedPlaces(map: L.Map): () => void {
  const toPixels = ([lon, lat]: Position): string => {
    const { x, y } = map.latLngToContainerPoint([lat as number, lon as number]);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const outline = (geometry: Geometry): string => pathOf(geometry, toPixels);
  const draw = (geometry: Geometry | null, name: "before" | "after"): string => {
    if (!geometry) return "";
    const path = outline(geometry);
    const ground =
      name === "after" && /Polygon$/.test(geometry.type)
        ? `<path class="ground" fill-rule="evenodd" d="${path}"/>`
        : "";
    return `${ground}<path class="seam" d="${path}"/><path class="${name}" d="${path}"/>`;
  };
  const sketch = createSketch(map, "compared-places", () =>
    comparedPlaces
      .peek()
      .map(({ before, after }) => draw(before, "before") + draw(after, "after"))
      .join(""),
  );
  const stop = effect(() => {
    void comparedPlaces.value;
    sketch.repaint();
  });
  return () => {
    stop();
    sketch.remove();
  };
}

/** A geometry as the path of an SVG; a point is a ring around where it is. */
function pathOf(geometry: Geometry, toPixels: (position: Position) => string): string {
  const line = (positions: readonly Position[]) =>
    positions.length > 0 ? `M${positions.map(toPixels).join("L")}` : "";
  const ring = (positions: readonly Position[]) => `${line(positions)}Z`;
  const point = (position: Position) =>
    `M${toPixels(position)}m${-POINT_PX} 0a${POINT_PX} ${POINT_PX} 0 1 0 ${2 * POINT_PX} 0a${POINT_PX} ${POINT_PX} 0 1 0 ${-2 * POINT_PX} 0`;
  switch (geometry.type) {
    case "Point":
      return point(geometry.coordinates);
    case "MultiPoint":
      return geometry.coordinates.map(point).join("");
    case "LineString":
      return line(geometry.coordinates);
    case "MultiLineString":
      return geometry.coordinates.map(line).join("");
    case "Polygon":
      return geometry.coordinates.map(ring).join("");
    case "MultiPolygon":
      return geometry.coordinates.flat().map(ring).join("");
    case "GeometryCollection":
      return geometry.geometries.map((part) => pathOf(part, toPixels)).join("");
  }
}
