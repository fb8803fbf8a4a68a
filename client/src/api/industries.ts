import { address, get } from "./request.ts";
import type { PlanProperties, PlanTarget, Target } from "./types.ts";

/** The panorama of a chain: what the plan names for it, joined to the features of the map. */
export type ChainFeature = PlanProperties & { collection: string; targets?: Target[]; enterprise_tier?: string | null };
export type NamedThing = { zh: string; en: string; paragraph: string; stage?: string | null; kind?: string };
export type NamedFeature = {
  name_zh: string;
  name_en?: string | null;
  paragraph: string | null;
  feature: ChainFeature | null;
};
type Sum = { sum: number | null; known: number; not_stated: number; of_which: { code: string; value: number }[] };
export type Industry = {
  industry_chain: { code: string; zh: string; en: string; industry_cluster: string };
  paragraph: string | null;
  steps: NamedThing[];
  products: NamedThing[];
  enterprises: NamedFeature[];
  institutes: NamedFeature[];
  projects: ChainFeature[];
  parks: ChainFeature[];
  gaps: NamedThing[];
  targets: PlanTarget[];
  totals: { projects: number; investment_cny?: Sum; floor_area_m2?: Sum; land_area_m2?: Sum };
};

export const getIndustry = (chain: string, signal?: AbortSignal) => get<Industry>(`api/industries/${chain}`, signal);
export const industryAddress = (chain: string, format: "json" | "csv") =>
  address(`api/industries/${chain}?f=${format}`).href;
