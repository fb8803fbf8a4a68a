import { fromGaussKruger, toGaussKruger } from "./gauss-kruger.ts";
import { fromBd09, fromGcj02, toBd09, toGcj02 } from "./shifted.ts";

/** The systems in which people have coordinates (product.md), as the server has them (server/Geo/CrsList.cs): x is easting or longitude, whatever the authority's order. */
export const COORDINATE_SYSTEMS = [
  "EPSG:4548",
  "EPSG:4527",
  "EPSG:4490",
  "EPSG:4326",
  "EPSG:3857",
  "GCJ-02",
  "BD-09",
] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

type Pair = readonly [x: number, y: number];
type Box = readonly [left: number, bottom: number, right: number, top: number];
type Definition = {
  readonly isGeographic: boolean;
  /** Where its coordinates mean something. */
  readonly domain: Box;
  readonly toStore: (x: number, y: number) => Pair;
  readonly fromStore: (lon: number, lat: number) => Pair;
};

export const ZONE_39 = 39_000_000;
const FALSE_EASTING = 500_000;
const BELT_M = 334_000;
const BELT_NORTHING = 6_660_000;
const belt = (prefix: number): Box => [
  prefix + FALSE_EASTING - BELT_M,
  0,
  prefix + FALSE_EASTING + BELT_M,
  BELT_NORTHING,
];
const WORLD: Box = [-180, -90, 180, 90];
const RADIUS = 6378137;
const HALF_MAP = Math.PI * RADIUS;
const degrees = (radians: number) => (radians * 180) / Math.PI;

const same = (x: number, y: number): Pair => [x, y];
type Way = (x: number, y: number) => Pair;
const geographic = (toStore: Way, fromStore: Way): Definition => ({
  isGeographic: true,
  domain: WORLD,
  toStore,
  fromStore,
});
const gaussKruger = (prefix: number): Definition => ({
  isGeographic: false,
  domain: belt(prefix),
  toStore: (x, y) => fromGaussKruger(x - prefix, y),
  fromStore: (lon, lat) => {
    const [x, y] = toGaussKruger(lon, lat);
    return [prefix + x, y];
  },
});

const definitions: Readonly<Record<CoordinateSystem, Definition>> = {
  "EPSG:4548": gaussKruger(0),
  "EPSG:4527": gaussKruger(ZONE_39),
  "EPSG:4490": geographic(same, same),
  // within centimetres of CGCS2000: nobody passes from one to the other with a change
  "EPSG:4326": geographic(same, same),
  "EPSG:3857": {
    isGeographic: false,
    domain: [-HALF_MAP, -HALF_MAP, HALF_MAP, HALF_MAP],
    toStore: (x, y) => [degrees(x / RADIUS), degrees(Math.atan(Math.sinh(y / RADIUS)))],
    fromStore: (lon, lat) => [(RADIUS * lon * Math.PI) / 180, RADIUS * Math.asinh(Math.tan((lat * Math.PI) / 180))],
  },
  "GCJ-02": geographic(fromGcj02, toGcj02),
  "BD-09": geographic(fromBd09, toBd09),
};

export const isGeographic = (system: CoordinateSystem): boolean => definitions[system].isGeographic;

/** Longitude and latitude of EPSG:4490; null where the numbers mean nothing in the system. */
export function toStore(system: CoordinateSystem, x: number, y: number): Pair | null {
  const { domain, toStore: convert } = definitions[system];
  const [left, bottom, right, top] = domain;
  // what is no number is in no domain
  return x >= left && x <= right && y >= bottom && y <= top ? convert(x, y) : null;
}

/** The same place in the system, x before y. */
export const fromStore = (system: CoordinateSystem, lon: number, lat: number): Pair =>
  definitions[system].fromStore(lon, lat);
