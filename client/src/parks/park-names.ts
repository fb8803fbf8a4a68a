import { findFeature, PARKS } from "../features/plan.ts";
import { featureName } from "../language/names.ts";
import { language } from "../language/view.ts";
import { match } from "./match.ts";

export const parkFeature = (code: string) => findFeature(PARKS, code);

/** The name of a park: of the map's feature, or of the answer where the map does not hold it; else its code. */
export function parkName(code: string): string {
  const feature = parkFeature(code);
  if (feature) return featureName(feature);
  const ranked = match.value?.parks.find((park) => park.code === code);
  if (!ranked) return code;
  return language.value === "en" ? (ranked.name_en ?? ranked.name_zh) : ranked.name_zh;
}
