import type { Geometry } from "geojson";
import type { PlanProperties } from "./answers.ts";

export type {
  Citation,
  ClientConfig,
  Ground,
  Output,
  PlanProperties,
  PlanTarget,
  Statement,
  Target,
} from "./answers.ts";

/** A feature as /ogc serves it: CRS84 (longitude, latitude), null geometry when unplaced. */
export type PlanFeature = {
  type: "Feature";
  id: string;
  geometry: Geometry | null;
  properties: PlanProperties;
};

/** application/problem+json with a machine-readable code; the words for people are in language/problems. */
export type Problem = {
  status: number;
  code: string;
  title?: string;
  args?: Record<string, unknown> | null;
};
