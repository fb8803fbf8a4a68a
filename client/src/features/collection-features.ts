import type { ReadonlySignal } from "@preact/signals";
import type { Answer } from "../api/request.ts";
import type { PlanFeature, Problem } from "../api/types.ts";
import type { Facets } from "./facet-requests.ts";
import type { Order } from "./order.ts";

/**
 * The features of one collection: all in memory (`held.ts`), or with the server, which is asked for what is wanted
 * (`asked.ts`). `featuresIn` chooses. What is read follows the signals: filter, horizon, what has come meanwhile.
 */
export interface CollectionFeatures {
  /** All of them in the order of the server; undefined as long as they are not all here. */
  whole(): readonly PlanFeature[] | undefined;
  /** Whether there may be some: false only where it is known, or not yet to be known, that there are none. */
  hasSome(): boolean;
  /** Whether what can be said of the collection as a whole has come. */
  state(): "ready" | "loading" | "failed";
  /** Brings what is to be held; null where nothing is. */
  load(cancel: AbortSignal): Promise<Answer<readonly PlanFeature[] | null>>;

  /** Whether the feature of a card can be shown. */
  stateOf(code: string): FeatureState;
  /** The feature with geometry and citations, asked for when it is not here; null when it is not to be had. */
  want(code: string): Promise<PlanFeature | null>;
  /** The way to ask once more for a feature that did not come; null where it comes with all the others. */
  again(code: string): (() => void) | null;
  /** What a search has found, as far as it is known; undefined when it is known not to be there. */
  named(found: Named): PlanFeature | undefined;

  /** Counts and sums under filter and horizon. */
  counts(): Counts;
  /** What the legend says of it; null until it is known. */
  count(): LayerCount | null;
  /** No count yet, and one is to be expected. */
  isCountComing(): boolean;
  /** Codes of the sources of what is on the map under filter and horizon. */
  sources(): Iterable<string>;

  /** The features that cite a paragraph; `said` is what the server says of it, and is called by those that need it. */
  citing(paragraph: string, said: () => Cited): Citing;
  /** Those with this value that are not all here, `limit` of them at most. */
  askWhere(property: string, value: string, limit: number, cancel: AbortSignal): Promise<Answer<Some>>;

  /** What a list shows when no order is wanted: a list names it as what it is. */
  readonly ownOrder: "plan" | "code";
  /** Under filter and horizon, those on the map or those without a place. Null is the order of its own. */
  list(part: Part, order: ReadonlySignal<Order | null>): FeatureList;
}

export type FeatureState = "ready" | "loading" | "failed" | "unknown";
export type Named = { code: string; name_zh: string; name_en: string | null };
export type Some = { features: readonly PlanFeature[]; hasMore: boolean };

export type Counts = {
  facets: Facets | null;
  /** The numbers are of another filter than the one that is on. */
  stale: boolean;
  problem: Problem | null;
};
export const NO_COUNTS: Counts = { facets: null, stale: false, problem: null };

/** What a layer holds under filter and horizon: every number is of the same features. */
export type LayerCount = {
  /** Those that match; what only fades does not. */
  matched: number;
  unplaced: number;
  /** All of the layer, in every year; null where the client does not hold them. */
  total: number | null;
};

/** What the server says that cites a paragraph, of every collection. */
export type Cited = {
  features: readonly { collection: string; code: string; placement: string }[];
  left_out: readonly LeftOut[];
};
type LeftOut = { collection: string; number: number; is_exact: boolean };
/** `more`: how many are not named; more than that when `isExact` is false. */
export type Citing = { placed: readonly string[]; unplaced: readonly string[]; more: More | null };
export type More = { count: number; isExact: boolean };

export type Part = "placed" | "unplaced";
export type ListState = {
  features: readonly PlanFeature[];
  hasMore: boolean;
  state: "loading" | "ready" | "failed";
  problem: Problem | null;
};
export type FeatureList = {
  shown: ReadonlySignal<ListState>;
  /** Makes the list longer, or tries again what did not come. */
  more(): Promise<void>;
  /** While the list is open it is kept right, until the returned function is called. */
  follow(): () => void;
};
