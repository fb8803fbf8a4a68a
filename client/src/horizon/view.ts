import { signal } from "@preact/signals";
import { product } from "../catalogue.ts";
import { viewField } from "../url/field.ts";

/** The year at which the plan is looked at (product.md "Time"); one of the catalogue's stops. */
export const horizon = signal<number>(product.default_horizon);

export const horizonField = viewField({
  name: "horizon",
  signal: horizon,
  parse: (text) => product.horizons.find((stop) => String(stop.year) === text)?.year ?? product.default_horizon,
  serialise: (year) => (year === product.default_horizon ? "" : String(year)),
});
