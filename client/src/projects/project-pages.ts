import { effect, signal } from "@preact/signals";
import type { PlanFeature, Problem } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import { keepFetched } from "../features/fetched.ts";
import { isLarge } from "../features/large.ts";
import { getItemPage } from "../features/requests.ts";
import { filterParameters } from "../filter/query.ts";
import { filter } from "../filter/view.ts";
import { type Language, language } from "../language/view.ts";
import { tab } from "../layout/view.ts";
import { planChanges } from "../viewport/map-link.ts";
import { PROJECTS } from "./projects.ts";
import { type ListSort, listSort } from "./view.ts";

/** The list of a large collection, page by page: those on the map and those without a place. */
export type Pages = {
  projects: readonly PlanFeature[];
  /** Where the next page begins, or the one that did not come; null after the last. */
  next: URLSearchParams | null;
  /** What comes after that: an order that the server does not know is asked for part by part. */
  later: readonly URLSearchParams[];
  state: "loading" | "ready" | "failed";
  problem: Problem | null;
};

const EMPTY: Pages = { projects: [], next: null, later: [], state: "loading", problem: null };
const UNPLACED = "unplaced";
export const PAGE = 100;

/**
 * The orders that the server knows, as its parameter: that of the codes, which is that of the boxes, names by their
 * code points, and amounts from the largest, those that are not stated last.
 */
const sortBy = (sort: ListSort, shown: Language): string | null =>
  sort === "investment" ? "-investment_cny" : sort === "name" ? (shown === "en" ? "name_en" : "name_zh") : null;

const codesOf = (vocabulary: string) => vocabularies.get(vocabulary)?.terms.map(({ code }) => code) ?? [];

/** The order of the statuses is that of their vocabulary: those of the first one, then those of the next. */
function parts(query: URLSearchParams, sort: ListSort, chosen: readonly string[]): URLSearchParams[] {
  if (sort !== "status") return [query];
  return codesOf("plan_status")
    .filter((code) => chosen.length === 0 || chosen.includes(code))
    .map((code) => {
      const part = new URLSearchParams(query);
      part.set("plan_status", code);
      return part;
    });
}

const placements = codesOf("placement");
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
    const query = filterParameters(PROJECTS);
    const sort = listSort.value;
    const order = sortBy(sort, language.value);
    if (order) query.set("sortby", order);
    void planChanges.value;
    const chosen = filter.value.plan_status;
    controller.abort();
    controller = new AbortController();
    for (const group of groups) void begin(group, query, sort, chosen, controller.signal);
  });
}

async function begin(
  { pages, wanted }: (typeof groups)[number],
  query: URLSearchParams,
  sort: ListSort,
  chosen: readonly string[],
  signal: AbortSignal,
) {
  const own = new URLSearchParams(query);
  own.set("placement", wanted.join(","));
  // The old rows stay until the new ones are there.
  pages.value = { ...pages.peek(), next: null, later: [], state: "loading", problem: null };
  const [first, ...later] = parts(own, sort, chosen);
  await load(pages, [], first ?? null, later, signal);
}

export async function loadMore(pages: typeof placedPages): Promise<void> {
  const { next, later, projects, state } = pages.peek();
  if (next === null || state === "loading") return;
  const { signal } = controller;
  pages.value = { ...pages.peek(), state: "loading" };
  await load(pages, projects, next, later, signal);
}

/** Reads on until there is a page more, or no more to read. */
async function load(
  pages: typeof placedPages,
  before: readonly PlanFeature[],
  from: URLSearchParams | null,
  after: readonly URLSearchParams[],
  signal: AbortSignal,
): Promise<void> {
  let [next, later, projects] = [from, after, before];
  while (next !== null && projects.length < before.length + PAGE) {
    next.set("limit", String(before.length + PAGE - projects.length));
    const answer = await getItemPage(PROJECTS, next, signal);
    if (signal.aborted) return;
    if (!answer.ok) {
      pages.value = { projects, next, later, state: "failed", problem: answer.problem };
      return;
    }
    keepFetched(PROJECTS, answer.data.features);
    projects = [...projects, ...answer.data.features];
    next = answer.data.next;
    if (next) break;
    next = later[0] ?? null;
    later = later.slice(1);
  }
  pages.value = { projects, next, later, state: "ready", problem: null };
}
