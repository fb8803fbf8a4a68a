import type { Geometry, Position } from "geojson";
import polygonClipping, { type MultiPolygon } from "polygon-clipping";
import { areaSquareMetres, type LonLat } from "../geo/geodesic.ts";

const { difference: subtract } = polygonClipping;

/** How an area changes: square metres on the ellipsoid, and the ground that comes and goes (null where it cannot be clipped). */
export type AreaChange = { before: number; after: number; added: Geometry | null; removed: Geometry | null };

const ringsOf = (geometry: Geometry | null): readonly Position[][][] | null => {
  if (geometry === null) return [];
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : null;
};

/** Null where it is no area that changes. */
export function areaChange(before: Geometry | null, after: Geometry | null): AreaChange | null {
  const [was, shall] = [ringsOf(before), ringsOf(after)];
  if (!was || !shall || was.length + shall.length === 0) return null;
  return { before: areaOf(was), after: areaOf(shall), added: without(shall, was), removed: without(was, shall) };
}

const areaOf = (polygons: readonly Position[][][]): number =>
  polygons.reduce(
    (sum, [outer, ...holes]) => sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0),
    0,
  );

const ringArea = (ring: readonly Position[] | undefined): number =>
  areaSquareMetres((ring ?? []) as unknown as readonly LonLat[]);

/** What of one lies outside the other. The library throws where edges all but lie upon each other. */
function without(these: readonly Position[][][], those: readonly Position[][][]): Geometry | null {
  if (these.length === 0 || those.length === 0) return null;
  try {
    const coordinates = subtract(these as MultiPolygon, those as MultiPolygon);
    return coordinates.length === 0 ? null : { type: "MultiPolygon", coordinates };
  } catch {
    return null;
  }
}
