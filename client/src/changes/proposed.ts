import type { Geometry } from "geojson";
import { definitionOf } from "../catalogue.ts";

/**
 * A place that somebody proposes, null for none, and the code of the feature whose it is when it is shared.
 * `isOnSchematic`: it was drawn, and corners of it were caught by a sketch or not.
 */
export type Proposed = { geometry: Geometry | null; sharedWith: string | null; isOnSchematic?: boolean };

/** A geometry as its collection stores it: one line of a collection of many is many of one. */
export function asStored(collection: string, geometry: Geometry): Geometry {
  const wanted = definitionOf(collection)?.geometry_type ?? geometry.type;
  if (geometry.type === "GeometryCollection" || wanted !== `Multi${geometry.type}`) return geometry;
  return { type: wanted, coordinates: [geometry.coordinates] } as Geometry;
}

/** A draft keeps every digit, answers eight decimals. */
const asWritten = (geometry: unknown) =>
  JSON.stringify(geometry, (_, value) => (typeof value === "number" ? Number(value.toFixed(8)) : value));

/** The place that a draft proposes of what stands; nothing where it is the same. */
export function proposedBy(kept: unknown, standing: Geometry | null): Proposed | null {
  return asWritten(kept) === asWritten(standing) ? null : { geometry: kept as Geometry | null, sharedWith: null };
}
