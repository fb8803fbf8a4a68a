import { computed } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import { type Facets, facetsOf, matching } from "../features/facets.ts";
import { isLarge } from "../features/large.ts";
import { facetsOfLarge } from "../features/large-facets.ts";
import { collections, PROJECTS } from "../features/plan.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import type { Language } from "../language/view.ts";
import type { ListSort } from "./view.ts";

export { PROJECTS };

export const allProjects = computed<readonly PlanFeature[]>(() => collections.value.get(PROJECTS) ?? []);
export const projectsLoaded = computed(
  () => collections.value.has(PROJECTS) || (isLarge(PROJECTS) && facetsOfLarge(PROJECTS).facets !== null),
);
export const listedProjects = computed(() => matching(PROJECTS, allProjects.value, filter.value, horizon.value));
/** Counted here as long as the client holds all projects, else by the server. */
export const projectFacets = computed<Facets>(() =>
  isLarge(PROJECTS)
    ? (facetsOfLarge(PROJECTS).facets ?? NOTHING)
    : facetsOf(PROJECTS, allProjects.value, filter.value, horizon.value),
);
/** The counts on screen are of another filter; the new ones are on their way. */
export const projectsCounting = computed(() => isLarge(PROJECTS) && facetsOfLarge(PROJECTS).stale);

const NOTHING: Facets = { numberMatched: 0, placed: 0, unplaced: 0, without_horizon: 0, facets: {}, sums: {} };

const statusOrder = new Map(
  (vocabularies.get("plan_status")?.terms ?? []).map(({ code }, position) => [code, position]),
);

/** `plan` keeps the order of the boxes; a figure that is not stated comes last, never as 0. */
export function sortProjects(projects: readonly PlanFeature[], by: ListSort, language: Language): PlanFeature[] {
  const name = ({ properties }: PlanFeature) =>
    language === "en" ? (properties.name_en ?? properties.name_zh) : properties.name_zh;
  const collator = new Intl.Collator(language === "en" ? "en" : "zh-CN", { numeric: true });
  const byCode = new Intl.Collator("en", { numeric: true });
  const investment = ({ properties }: PlanFeature) =>
    typeof properties.investment_cny === "number" ? properties.investment_cny : Number.NEGATIVE_INFINITY;
  const status = ({ properties }: PlanFeature) => statusOrder.get(properties.plan_status) ?? statusOrder.size;
  const compare: Record<ListSort, (a: PlanFeature, b: PlanFeature) => number> = {
    plan: () => 0,
    name: (a, b) => collator.compare(name(a), name(b)),
    investment: (a, b) => (investment(a) === investment(b) ? 0 : investment(b) - investment(a)),
    status: (a, b) => status(a) - status(b),
  };
  return [...projects].sort((a, b) => compare[by](a, b) || byCode.compare(a.properties.code, b.properties.code));
}
