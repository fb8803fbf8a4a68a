import type { Position } from "geojson";
import { fromGaussKruger, toGaussKruger } from "../geo/gauss-kruger.ts";
import { type Drawn, ringsOf, rounded } from "./geometry.ts";

/** The plane that is drawn in: EPSG:4548, metres, easting and northing. Angles are true in it; what is measured is measured on the ellipsoid. */
export type PlanePoint = readonly [easting: number, northing: number];

export const toPlane = ([lon, lat]: readonly number[]): PlanePoint => toGaussKruger(lon as number, lat as number);

/** Longitude and latitude, as precise as a drawing is kept. */
export const fromPlane = ([easting, northing]: PlanePoint): Position => rounded(fromGaussKruger(easting, northing));

/** The middle of what encloses a drawing that is not empty. */
export function middlePoint(drawn: Drawn): PlanePoint {
  const points = ringsOf(drawn).flatMap(({ vertices }) => vertices.map(toPlane));
  const between = (side: 0 | 1) => {
    const values = points.map((point) => point[side]);
    const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return (least + values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)) / 2;
  };
  return [between(0), between(1)];
}
