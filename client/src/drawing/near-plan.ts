import { product } from "../catalogue.ts";

/** Half a degree around the plan, some fifty kilometres: what lies there is likely meant. */
const NEAR_DEGREES = 0.5;
const [WEST, SOUTH, EAST, NORTH] = product.bbox as [number, number, number, number];

export const isNearPlan = ([lon = 0, lat = 0]: readonly number[]): boolean =>
  lon > WEST - NEAR_DEGREES && lon < EAST + NEAR_DEGREES && lat > SOUTH - NEAR_DEGREES && lat < NORTH + NEAR_DEGREES;
