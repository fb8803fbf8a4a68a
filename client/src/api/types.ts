import type { Geometry } from "geojson";

/** Who says so: where in the plan a feature or one of its attributes stands. `rule` is a code of gis-data/catalogue/rules.json. */
export type Citation = {
  plan: string;
  part: number | null;
  chapter: number | null;
  section: number | null;
  box: string | null;
  item: number | null;
  paragraph: string;
  attribute: string | null;
  basis: "stated" | "derived";
  rule: string | null;
};

/** A target of the plan; `value` in `unit` (vocabulary `unit`), null where the plan names the indicator without a figure. */
export type Target = {
  indicator: string;
  horizon: number | null;
  comparator: string;
  value: number | null;
  unit: string;
  paragraph: string;
};

/** A target of the zone or of an industry cluster, as /api/plan/targets lists them. */
export type PlanTarget = Target & { subject: { kind: string; code: string } };

/** What the server's settings mean for the client. */
export type ClientConfig = { tiandituKey: string | null; openStreetMap: boolean };

export type Output = {
  what_zh: string;
  what_en: string;
  quantity: number | null;
  unit_zh: string;
  unit_en: string;
  per: string | null;
  paragraph: string;
};

/** The properties every collection has (catalogue/layers.json common_properties), plus those of its own. */
export type PlanProperties = {
  code: string;
  version: number;
  name_zh: string;
  name_en: string | null;
  aliases: string[];
  origin: string;
  plan_status: string;
  /** Null where the status is not stated. */
  plan_status_basis: string | null;
  placement: string;
  placement_reason_zh: string | null;
  placement_reason_en: string | null;
  placed_by: string | null;
  accuracy_m: number | null;
  horizon_from: number | null;
  horizon_to: number | null;
  source: string | null;
  citations: Citation[];
  not_stated: string[];
  /** Codes of the other boxes that name the same project. */
  other_codes?: string[];
  industry_chain?: string | null;
  industry_cluster?: string | null;
  industry_chains?: string[];
  number?: number | null;
  targets?: Target[];
  outputs?: Output[];
  [property: string]: unknown;
};

/** A feature as /ogc serves it: CRS84 (longitude, latitude), null geometry when unplaced. */
export type PlanFeature = {
  type: "Feature";
  id: string;
  geometry: Geometry | null;
  properties: PlanProperties;
};

/** application/problem+json with a machine-readable code; the words for people are in i18n. */
export type Problem = {
  status: number;
  code: string;
  title?: string;
  args?: Record<string, unknown>;
};
