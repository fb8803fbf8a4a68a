import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { type Drawn, ofParts, type Part } from "../../drawing/geometry.ts";
import { readXml } from "./read-xml.ts";

/** As large as the server takes a question. */
export const MOST_BYTES = 1024 * 1024;

/** What came of a file, as a code of the words; null where nothing was taken. Longitude and latitude, as all three formats have them. */
export type ReadFile = {
  drawn: Drawn | null;
  said: "file_taken" | "file_mixed" | "file_nothing" | "file_not_readable";
};

/** Reads GeoJSON, KML or GPX by what stands in it, whatever it is called. Never throws. */
export function readDrawing(bytes: Uint8Array): ReadFile {
  const text = decoded(bytes);
  const found = text.trimStart().startsWith("<") ? readXml(text) : readJson(text);
  if (found === null) return { drawn: null, said: "file_not_readable" };
  return drawnOf(found);
}

/** By the encoding that an XML file names, UTF-8 otherwise. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function readJson(text: string): Geometry[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? geometriesOf(value as FeatureCollection) : null;
  } catch {
    return null;
  }
}

function geometriesOf(value: FeatureCollection | Feature | Geometry | null): Geometry[] | null {
  if (value?.type === "FeatureCollection")
    return Array.isArray(value.features) ? value.features.flatMap((one) => geometriesOf(one) ?? []) : null;
  if (value?.type === "Feature") return geometriesOf(value.geometry) ?? [];
  if (value?.type === "GeometryCollection")
    return Array.isArray(value.geometries) ? value.geometries.flatMap((one) => geometriesOf(one) ?? []) : null;
  if (value && "coordinates" in value) return hasPositions(value.coordinates) ? [value] : null;
  return value === null ? [] : null;
}

/** Nothing but numbers in lists: whatever else a file says is none of ours. */
function hasPositions(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (typeof value[0] === "number")
    return value.length >= 2 && value.every((part) => typeof part === "number" && Number.isFinite(part));
  return value.every(hasPositions);
}

/** All areas, else the first line, else the first point. */
function drawnOf(geometries: readonly Geometry[]): ReadFile {
  const parts = geometries.flatMap((geometry): Part[] => {
    if (geometry.type === "Polygon") return [geometry.coordinates];
    return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  });
  const lines = geometries.flatMap((geometry): Position[][] => {
    if (geometry.type === "LineString") return [geometry.coordinates];
    return geometry.type === "MultiLineString" ? geometry.coordinates : [];
  });
  const points = geometries.flatMap((geometry): Position[] => {
    if (geometry.type === "Point") return [geometry.coordinates];
    return geometry.type === "MultiPoint" ? geometry.coordinates : [];
  });
  const kinds = [parts, lines, points].filter((kind) => kind.length > 0).length;
  const said = kinds > 1 || (parts.length === 0 && lines.length + points.length > 1) ? "file_mixed" : "file_taken";
  const areas = parts.map((rings) => rings.map(closed)).filter(([outside]) => (outside?.length ?? 0) > 1);
  if (areas.length > 0) return { drawn: ofParts(areas), said };
  if (lines[0] && lines[0].length > 1) return { drawn: { type: "LineString", coordinates: lines[0].map(flat) }, said };
  if (points[0]) return { drawn: { type: "Point", coordinates: flat(points[0]) }, said };
  return { drawn: null, said: "file_nothing" };
}

/** Without the height. */
const flat = (position: Position): Position => position.slice(0, 2);

/** A drawing has the first corner at the end again; files forget it. */
function closed(ring: readonly Position[]): Position[] {
  const corners = ring.map(flat);
  const [first, last] = [corners[0], corners.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...corners, first] : corners;
}
