import type { Geometry, Position } from "geojson";

/** A geometry as the path of an SVG; `at` writes a position as "x y". A point is a ring of that radius around where it is. */
export function svgPath(geometry: Geometry, at: (position: Position) => string, pointRadius: number): string {
  const line = (positions: readonly Position[]) => (positions.length > 0 ? `M${positions.map(at).join("L")}` : "");
  const ring = (positions: readonly Position[]) => `${line(positions)}Z`;
  const r = pointRadius;
  const point = (position: Position) =>
    `M${at(position)}m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
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
      return geometry.geometries.map((part) => svgPath(part, at, pointRadius)).join("");
  }
}
