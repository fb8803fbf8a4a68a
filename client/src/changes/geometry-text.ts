import type { Geometry, Position } from "geojson";
import { type GeometryKind, kindOfGeometry } from "../catalogue.ts";
import { type Drawn, isArea, ofParts, partsOf, ringOf } from "../drawing/geometry.ts";
import { fromGaussKruger } from "../geo/gauss-kruger.ts";

/** The systems in which a geometry can be pasted; X is longitude or easting. */
export const PASTED_SYSTEMS = ["EPSG:4490", "EPSG:4326", "EPSG:4548", "EPSG:4527"] as const;
export type PastedSystem = (typeof PASTED_SYSTEMS)[number];

/** Why a text is no geometry that can stand there: words of the client. */
export type TextFault = "geometry_unread" | "geometry_other_kind" | "geometry_no_degrees";
type Read = { geometry: Geometry } | { fault: TextFault };

const ZONE_39 = 39_000_000;
/** A hundredth of a metre. */
const DIGITS = 7;

/** A geometry from GeoJSON (also a feature, or a collection of one) or WKT, in degrees of EPSG:4490, of the kind that is wanted. */
export function readGeometry(text: string, wanted: GeometryKind, system: PastedSystem): Read {
  const read = text.trim().startsWith("{") ? fromGeoJson(text) : fromWkt(text);
  if (!read || read.type === "GeometryCollection") return { fault: "geometry_unread" };
  if (kindOfGeometry(read.type) !== wanted) return { fault: "geometry_other_kind" };
  const geometry = { type: read.type, coordinates: mapPositions(read.coordinates, toDegrees(system)) } as Geometry;
  return areDegrees((geometry as { coordinates: unknown }).coordinates)
    ? { geometry }
    : { fault: "geometry_no_degrees" };
}

function fromGeoJson(text: string): Geometry | null {
  try {
    return geometryOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function geometryOf(value: unknown): Geometry | null {
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  if (value.type === "Feature" && "geometry" in value) return geometryOf(value.geometry);
  if (value.type === "FeatureCollection" && "features" in value && Array.isArray(value.features))
    return value.features.length === 1 ? geometryOf(value.features[0]) : null;
  const depth = DEPTHS[String(value.type)];
  if (depth === undefined || !("coordinates" in value) || !isNested(value.coordinates, depth)) return null;
  return value as Geometry;
}

/** The shape of a draft, which may be anything, as it can be drawn; null of what cannot. */
export function drawnOf(shape: unknown): Drawn | null {
  const found = geometryOf(shape);
  if (!found || !["Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"].includes(found.type))
    return null;
  const drawn = found as Drawn;
  if (!areDegrees(drawn.coordinates)) return null;
  return isArea(drawn) && !areClosed(drawn) ? ofParts(partsOf(drawn).map((rings) => rings.map(closed))) : drawn;
}

const isClosed = (ring: readonly Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
};
const areClosed = (drawn: Drawn): boolean => partsOf(drawn).every((rings) => rings.every(isClosed));
/** Its last corner would be taken for the first one again. */
const closed = (ring: readonly Position[]): readonly Position[] => (isClosed(ring) ? ring : ringOf(ring));

/** How deep the positions of a type lie in its coordinates. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (depth > 0) return value.every((part) => isNested(part, depth - 1));
  return (
    value.length >= 2 &&
    value.length <= 4 &&
    value.every((number) => typeof number === "number" && Number.isFinite(number))
  );
}

const WKT = /^(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is;
const TYPES = { POINT: "Point", LINESTRING: "LineString", POLYGON: "Polygon" } as const;

/** The brackets of WKT are those of JSON, a position its numbers between commas. */
function fromWkt(text: string): Geometry | null {
  const found = WKT.exec(text.trim());
  if (!found) return null;
  const [, multi, name = "", body = ""] = found;
  const base = TYPES[name.toUpperCase() as keyof typeof TYPES];
  const type = multi ? `Multi${base}` : base;
  const position = /[-+\d.e]+(?:\s+[-+\d.e]+)+/gi;
  const json = body
    .replace(position, (numbers) => `[${numbers.split(/\s+/).map(Number).join()}]`)
    .replaceAll("(", "[")
    .replaceAll(")", "]");
  try {
    const coordinates = JSON.parse(json) as unknown[];
    // a point has one bracket more than its position, and of many each may have one
    const flat = type === "Point" || type === "MultiPoint" ? unbracketed(coordinates) : coordinates;
    return geometryOf({ type, coordinates: type === "Point" ? (flat as unknown[])[0] : flat });
  } catch {
    return null;
  }
}

const unbracketed = (list: unknown[]): unknown[] =>
  list.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one));

function toDegrees(system: PastedSystem): (position: Position) => Position {
  const rounded = (degrees: number) => Number(degrees.toFixed(DIGITS));
  const of = (x: number, y: number) => {
    if (system === "EPSG:4548") return fromGaussKruger(x, y);
    return system === "EPSG:4527" ? fromGaussKruger(x - ZONE_39, y) : ([x, y] as const);
  };
  return ([x = Number.NaN, y = Number.NaN]) => of(x, y).map(rounded);
}

function mapPositions(value: unknown, change: (position: Position) => Position): unknown {
  const list = value as unknown[];
  return typeof list[0] === "number" ? change(list as Position) : list.map((part) => mapPositions(part, change));
}

function areDegrees(value: unknown): boolean {
  const list = value as unknown[];
  if (typeof list[0] !== "number") return list.every(areDegrees);
  const [lon, lat] = list as [number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
