import type { Geometry, Position } from "geojson";

const POINT_PX = 9;

/** A geometry as the path of an SVG; a point is a ring around where it is. */
export function pathOf(geometry: Geometry, toPixels: (position: Position) => string): string {
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
