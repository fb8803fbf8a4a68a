import { get } from "../api/request.ts";

/** Counts and sums of a collection under a filter; `facets` ignore their own property. Money in yuan. */
export type Sum = {
  /** Null when none is known. */
  sum: number | null;
  known: number;
  not_stated: number;
  of_which: readonly { code: string; value: number }[];
};
export type Facets = {
  numberMatched: number;
  placed: number;
  unplaced: number;
  without_horizon: number;
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  sums: Readonly<Record<string, Sum>>;
};

export const getFacets = (collection: string, filter: URLSearchParams, signal?: AbortSignal) =>
  get<Facets & { revision: number }>(`ogc/collections/${collection}/facets?${filter}`, signal);
