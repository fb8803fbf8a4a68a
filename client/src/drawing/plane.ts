import type { Position } from "geojson";
import { fromGaussKruger, toGaussKruger } from "../geo/gauss-kruger.ts";
import { rounded } from "./geometry.ts";

/** The plane that is drawn in: EPSG:4548, metres, easting and northing. Angles are true in it; what is measured is measured on the ellipsoid. */
export type PlanePoint = readonly [easting: number, northing: number];

export const toPlane = ([lon, lat]: readonly number[]): PlanePoint => toGaussKruger(lon as number, lat as number);

/** Longitude and latitude, as precise as a drawing is kept. */
export const fromPlane = ([easting, northing]: PlanePoint): Position => rounded(fromGaussKruger(easting, northing));
