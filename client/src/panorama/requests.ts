import type { Industry } from "../api/answers.ts";
import { address, get } from "../api/request.ts";

/** The panorama of a chain: what the plan names for it, joined to the features of the map. */
export type { ChainFeature, Industry, NamedFeature, NamedThing } from "../api/answers.ts";

export const getIndustry = (chain: string, signal?: AbortSignal) => get<Industry>(`api/industries/${chain}`, signal);
export const industryAddress = (chain: string, format: "json" | "csv") =>
  address(`api/industries/${chain}?f=${format}`).href;
