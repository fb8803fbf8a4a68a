import type { LineString, MultiLineString, MultiPolygon, Point, Polygon, Position } from "geojson";

/**
 * What can be drawn, as GeoJSON in CRS84 (longitude, latitude). A polygon may be begun: no ring, or a ring of one or two
 * corners. Rings are always closed, the first position stands at the end again.
 */
export type Drawn = Point | LineString | MultiLineString | Polygon | MultiPolygon;

/** An area with its holes: rings, the outside first. */
export type Part = readonly (readonly Position[])[];

/** A vertex: `index` counts the corners of a ring once. A line is a part of its own with ring 0. */
export type VertexAt = { readonly part: number; readonly ring: number; readonly index: number };

export type RingAt = Omit<VertexAt, "index">;

export const EMPTY_AREA: Polygon = { type: "Polygon", coordinates: [] };

/** An operation that does not fit the geometry it is asked of: a fault of the program, or a log of something else. */
export class NotThere extends Error {}

/** An area so close to degenerate that nothing can be cut from it or joined with it. */
export class CannotClip extends Error {}

export const isArea = (geometry: Drawn): geometry is Polygon | MultiPolygon =>
  geometry.type === "Polygon" || geometry.type === "MultiPolygon";

export const isLine = (geometry: Drawn): geometry is LineString | MultiLineString =>
  geometry.type === "LineString" || geometry.type === "MultiLineString";

/** The lines of a geometry; none of a point or an area. */
export function linesOf(geometry: Drawn): readonly (readonly Position[])[] {
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  return geometry.type === "LineString" ? [geometry.coordinates] : [];
}

/** One line is a LineString, several are a MultiLineString, none is the drawing that is empty. */
export function ofLines(lines: readonly (readonly Position[])[]): LineString | MultiLineString | Polygon {
  const copies = lines.map((line) => [...line]);
  if (copies.length > 1) return { type: "MultiLineString", coordinates: copies };
  return copies[0] ? { type: "LineString", coordinates: copies[0] } : EMPTY_AREA;
}

/** The areas of a geometry; none of a point or a line. */
export function partsOf(geometry: Drawn): readonly Part[] {
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  return geometry.type === "Polygon" && geometry.coordinates.length > 0 ? [geometry.coordinates] : [];
}

/** One area is a Polygon, several are a MultiPolygon; the one form that a drawing has of each. */
export function ofParts(parts: readonly Part[]): Polygon | MultiPolygon {
  const copies = parts.map((part) => part.map((ring) => [...ring]));
  return copies.length > 1
    ? { type: "MultiPolygon", coordinates: copies }
    : { type: "Polygon", coordinates: copies[0] ?? [] };
}

/** The corners of a ring, each once. */
export const cornersOf = (ring: readonly Position[]): Position[] => ring.slice(0, -1);

/** A ring of its corners. */
export const ringOf = (corners: readonly Position[]): Position[] =>
  corners.length === 0 ? [] : [...corners, corners[0] as Position];

/** The vertices of a line or of a ring, each once. */
export function verticesAt(geometry: Drawn, { part, ring }: RingAt): Position[] {
  if (geometry.type === "Point") return [geometry.coordinates];
  const line = isLine(geometry) && ring === 0 ? linesOf(geometry)[part] : undefined;
  if (line) return [...line];
  const found = partsOf(geometry)[part]?.[ring];
  if (!found) throw new NotThere(`ring ${part}.${ring}`);
  return cornersOf(found);
}

/** The same geometry with other vertices in a line or ring. */
export function withVertices(geometry: Drawn, at: RingAt, vertices: readonly Position[]): Drawn {
  if (geometry.type === "Point") return { type: "Point", coordinates: vertices[0] as Position };
  if (isLine(geometry)) return ofLines(linesOf(geometry).map((line, i) => (i === at.part ? vertices : line)));
  return withRings(geometry, at.part, (rings) => rings.map((ring, i) => (i === at.ring ? ringOf(vertices) : ring)));
}

/** The same areas with other rings in a part. */
export function withRings(geometry: Drawn, part: number, change: (rings: Part) => Part): Drawn {
  const parts = partsOf(geometry);
  if (!parts[part]) throw new NotThere(`part ${part}`);
  return ofParts(parts.map((rings, i) => (i === part ? change(rings) : rings)));
}

/** Every ring or line with its place. */
export function ringsOf(geometry: Drawn): { at: RingAt; vertices: Position[] }[] {
  if (geometry.type === "Point") return [{ at: { part: 0, ring: 0 }, vertices: [geometry.coordinates] }];
  if (isLine(geometry)) return linesOf(geometry).map((line, part) => ({ at: { part, ring: 0 }, vertices: [...line] }));
  return partsOf(geometry).flatMap((rings, part) =>
    rings.map((corners, ring) => ({ at: { part, ring }, vertices: cornersOf(corners) })),
  );
}

/** Fewer than so many vertices are no line, and no ring: it is being drawn. */
export const leastVertices = (geometry: Drawn): number => (isLine(geometry) ? 2 : 3);

export const vertexCount = (geometry: Drawn): number =>
  ringsOf(geometry).reduce((sum, { vertices }) => sum + vertices.length, 0);

export const hasVertex = (geometry: Drawn, { part, ring, index }: VertexAt): boolean =>
  ringsOf(geometry).some(({ at, vertices }) => at.part === part && at.ring === ring && index < vertices.length);

/** The list without `removed` entries at a place, and with others there instead. */
export const spliced = <Entry>(list: readonly Entry[], at: number, removed: number, ...others: Entry[]): Entry[] => [
  ...list.slice(0, at),
  ...others,
  ...list.slice(at + removed),
];

/** The same geometry with every position moved by a function. */
export function mapPositions(geometry: Drawn, move: (position: Position) => Position): Drawn {
  if (geometry.type === "Point") return { type: "Point", coordinates: move(geometry.coordinates) };
  if (isLine(geometry)) return ofLines(linesOf(geometry).map((line) => line.map(move)));
  return ofParts(partsOf(geometry).map((rings) => rings.map((ring) => ringOf(cornersOf(ring).map(move)))));
}

const DIGITS = 1e9;
/** As precise as a drawing is kept: nine decimals of a degree, a tenth of a millimetre. */
export const rounded = ([lon, lat]: readonly number[]): Position => [
  Math.round((lon as number) * DIGITS) / DIGITS,
  Math.round((lat as number) * DIGITS) / DIGITS,
];
