import type { Geometry, Position } from "geojson";
import { areaSquareMetres, type LonLat, lengthMetres } from "../geo/geodesic.ts";
import { formatLandArea, formatLength, formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";

const DIGITS = 6;
const asLine = (positions: readonly Position[]) => positions as unknown as readonly LonLat[];
const areaOf = ([outer, ...holes]: readonly Position[][]): number =>
  holes.reduce((left, hole) => left - areaSquareMetres(asLine(hole)), areaSquareMetres(asLine(outer ?? [])));

/** A place in words: where a point is, how long a line and how large an area, and by how many corners. */
export function placeText(geometry: Geometry | null): string {
  if (!geometry) return t("changes.no_place");
  switch (geometry.type) {
    case "Point":
      return geometry.coordinates
        .slice(0, 2)
        .map((degrees) => Number(degrees.toFixed(DIGITS)))
        .join(", ");
    case "LineString":
      return lineText([geometry.coordinates]);
    case "MultiLineString":
      return lineText(geometry.coordinates);
    case "Polygon":
      return areaText([geometry.coordinates]);
    case "MultiPolygon":
      return areaText(geometry.coordinates);
    default:
      return geometry.type;
  }
}

function lineText(lines: readonly (readonly Position[])[]): string {
  const metres = lines.reduce((sum, positions) => sum + lengthMetres(asLine(positions)), 0);
  return t("changes.line_of", { length: formatLength(metres, language.value), count: cornersOf(lines) });
}

function areaText(polygons: readonly Position[][][]): string {
  const squareMetres = polygons.reduce((sum, rings) => sum + areaOf(rings), 0);
  return t("changes.area_of", {
    area: formatLandArea(squareMetres, language.value),
    count: cornersOf(polygons.flat()),
  });
}

const cornersOf = (lines: readonly (readonly Position[])[]): string =>
  formatNumber(
    lines.reduce((sum, { length }) => sum + length, 0),
    language.value,
  );
