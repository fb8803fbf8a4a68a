import { computed, signal } from "@preact/signals";
import type { PlanTarget, Target } from "../api/types.ts";
import { product, vocabularies } from "../catalogue.ts";
import { selectedFeature } from "./plan.ts";
import { filter, horizon } from "./view.ts";

/** Targets of the zone and the industry clusters (those of parks stand in the park); null while they load. */
export const planTargets = signal<readonly PlanTarget[] | null>(null);

export type TargetSubject =
  | { kind: "zone" }
  | { kind: "industry-cluster"; code: string }
  | { kind: "feature"; collection: string; code: string };

const chains = vocabularies.get("industry_chain")?.terms ?? [];
const indicatorOrder = new Map(
  (vocabularies.get("indicator")?.terms ?? []).map(({ code }, position) => [code, position]),
);

/** Whose target the horizon control shows: the open park, else the one industry cluster that is filtered, else the zone. */
export const targetSubject = computed<TargetSubject>(() => {
  const open = selectedFeature.value;
  if (open?.feature.properties.targets?.length) {
    return { kind: "feature", collection: open.collection, code: open.feature.properties.code };
  }
  const parents = new Set(
    filter.value.industry_chain.map((code) => chains.find((chain) => chain.code === code)?.parent),
  );
  const [only] = parents;
  return parents.size === 1 && only ? { kind: "industry-cluster", code: only } : { kind: "zone" };
});

export const subjectTargets = computed<readonly Target[]>(() => {
  const subject = targetSubject.value;
  if (subject.kind === "feature") return selectedFeature.value?.feature.properties.targets ?? [];
  const all = planTargets.value ?? [];
  return all.filter(
    (target) =>
      target.subject.kind === subject.kind && (subject.kind === "zone" || target.subject.code === subject.code),
  );
});

/** The target to show large: the indicator with values at most stops, so that moving along the scale compares like with like. */
export function headlineTarget(targets: readonly Target[], year: number): Target | null {
  const stops = product.horizons.map((stop) => stop.year);
  const stated = targets.filter((target) => target.value !== null);
  const reach = (indicator: string) =>
    new Set(stated.filter((t) => t.indicator === indicator && stops.includes(t.horizon ?? 0)).map((t) => t.horizon)).size;
  const [best] = stated
    .filter((target) => target.horizon === year)
    .sort(
      (a, b) =>
        reach(b.indicator) - reach(a.indicator) ||
        (indicatorOrder.get(a.indicator) ?? 0) - (indicatorOrder.get(b.indicator) ?? 0),
    );
  return best ?? null;
}

export const shownTarget = computed(() => headlineTarget(subjectTargets.value, horizon.value));
