import { findFeature, PARKS } from "../features/plan.ts";
import { featureName, nameOf } from "../language/names.ts";
import { match } from "./match.ts";

export const parkFeature = (code: string) => findFeature(PARKS, code);

/** The name of a park: of the map's feature, or of the answer where the map does not hold it; else its code. */
export function parkName(code: string): string {
  const feature = parkFeature(code);
  if (feature) return featureName(feature);
  const ranked = match.value?.parks.find((park) => park.code === code);
  if (!ranked) return code;
  return nameOf(ranked).text;
}
