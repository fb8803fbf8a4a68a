import { product } from "../catalogue.ts";
import { horizon } from "./view.ts";

/** The years for which the plan has values, the earliest first. */
export const stops = product.horizons;

export function stepHorizon(by: 1 | -1): void {
  const at = stops.findIndex((stop) => stop.year === horizon.value);
  const next = stops[at + by];
  if (next) horizon.value = next.year;
}
