import { effect, signal } from "@preact/signals";
import { getItemPage } from "../api/ogc.ts";
import type { PlanFeature, Problem } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import { keepFetched } from "./fetched.ts";
import { filterParameters } from "./filter-query.ts";
import { isLarge } from "./large.ts";
import { planChanges } from "./map-link.ts";
import { PROJECTS } from "./projects.ts";
import { type Language, type ListSort, language, listSort, tab } from "./view.ts";

/** The list of a large collection, page by page: those on the map and those without a place. */
export type Pages = {
  projects: readonly PlanFeature[];
  /** Where the next page begins, or the one that did not come; null after the last. */
  next: string | URLSearchParams | null;
  state: "loading" | "ready" | "failed";
  problem: Problem | null;
};

const EMPTY: Pages = { projects: [], next: null, state: "loading", problem: null };
const UNPLACED = "unplaced";
export const PAGE = 100;

/**
 * The orders that the server knows, as its parameter: that of the codes, which is that of the boxes, names by their
 * code points, and amounts from the largest, those that are not stated last. A status has no order there.
 */
export const LARGE_SORTS: readonly ListSort[] = ["plan", "name", "investment"];
const sortBy = (sort: ListSort, shown: Language): string | null =>
  sort === "investment" ? "-investment_cny" : sort === "name" ? (shown === "en" ? "name_en" : "name_zh") : null;

const placements = vocabularies.get("placement")?.terms.map(({ code }) => code) ?? [];
export const placedPages = signal<Pages>(EMPTY);
export const unplacedPages = signal<Pages>(EMPTY);
const groups = [
  { pages: placedPages, wanted: placements.filter((code) => code !== UNPLACED) },
  { pages: unplacedPages, wanted: [UNPLACED] },
];

let controller = new AbortController();

/** While the list is open it follows filter, horizon and order from its first page. */
export function startProjectPages(): () => void {
  return effect(() => {
    if (!isLarge(PROJECTS) || tab.value !== "list") return;
    const filter = filterParameters(PROJECTS);
    const order = sortBy(listSort.value, language.value);
    if (order) filter.set("sortby", order);
    void planChanges.value;
    filter.set("limit", String(PAGE));
    controller.abort();
    controller = new AbortController();
    for (const group of groups) void begin(group, filter, controller.signal);
  });
}

async function begin({ pages, wanted }: (typeof groups)[number], filter: URLSearchParams, signal: AbortSignal) {
  const query = new URLSearchParams(filter);
  query.set("placement", wanted.join(","));
  // The old rows stay until the new ones are there.
  pages.value = { ...pages.peek(), next: null, state: "loading", problem: null };
  await load(pages, [], query, signal);
}

export async function loadMore(pages: typeof placedPages): Promise<void> {
  const { next, projects, state } = pages.peek();
  if (next === null || state === "loading") return;
  const { signal } = controller;
  pages.value = { ...pages.peek(), state: "loading" };
  await load(pages, projects, next, signal);
}

async function load(
  pages: typeof placedPages,
  before: readonly PlanFeature[],
  from: string | URLSearchParams,
  signal: AbortSignal,
): Promise<void> {
  const answer = await getItemPage(PROJECTS, from, signal);
  if (signal.aborted) return;
  if (!answer.ok) {
    pages.value = { projects: before, next: from, state: "failed", problem: answer.problem };
    return;
  }
  keepFetched(PROJECTS, answer.data.features);
  pages.value = {
    projects: [...before, ...answer.data.features],
    next: answer.data.next,
    state: "ready",
    problem: null,
  };
}
