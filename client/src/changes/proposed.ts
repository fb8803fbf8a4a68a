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
