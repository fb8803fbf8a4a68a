import type { Geometry } from "geojson";
import type { PlanFeature } from "../api/types.ts";

/** A feature of which only a little is known, as a tile or a search result has it; its card fetches the rest. */
export function lightFeature(
  code: string,
  geometry: Geometry,
  known: Readonly<Record<string, unknown>> = {},
): PlanFeature {
  return {
    type: "Feature",
    id: code,
    geometry,
    properties: {
      version: 1,
      name_zh: code,
      name_en: null,
      aliases: [],
      origin: "",
      plan_status: "not-stated",
      plan_status_basis: null,
      placement: "stated",
      placement_reason_zh: null,
      placement_reason_en: null,
      placed_by: null,
      accuracy_m: null,
      horizon_from: null,
      horizon_to: null,
      source: null,
      citations: [],
      not_stated: [],
      ...known,
      code,
    },
  };
}
