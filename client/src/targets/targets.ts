import { batch, computed, signal } from "@preact/signals";
import type { PlanTarget, Target } from "../api/types.ts";
import { product, vocabularies } from "../catalogue.ts";
import { filter } from "../filter/view.ts";
import { stops } from "../horizon/stops.ts";
import { horizon } from "../horizon/view.ts";
import { answeredTerms, learnTerms } from "../language/answered-terms.ts";
import { selectedFeature } from "../selection/selected.ts";
import { selection } from "../selection/view.ts";
import { getPlanTargets } from "./requests.ts";
import { indicator } from "./view.ts";

/** Targets of the zone and the industry clusters (those of parks stand in the park); null while they load. */
export const planTargets = signal<readonly PlanTarget[] | null>(null);

export async function loadTargets(signal: AbortSignal): Promise<void> {
  const answer = await getPlanTargets(signal);
  if (!answer.ok) return;
  batch(() => {
    learnTerms("indicator", answer.data.indicators);
    planTargets.value = answer.data.targets;
  });
}

export type TargetSubject =
  | { kind: "zone" }
  | { kind: "industry-cluster"; code: string }
  | { kind: "feature"; collection: string; code: string };

const chains = vocabularies.get("industry_chain")?.terms ?? [];
/** The place of an indicator: the headlines first, then the order of the vocabulary. */
const indicatorPlaces = computed(
  () =>
    new Map(
      [...(product.headline_indicators ?? []), ...answeredTerms("indicator").map(({ code }) => code)]
        .reverse()
        .map((code, position, { length }) => [code, length - position]),
    ),
);

/** Whose target the horizon control shows: the open park, else the one industry cluster that is filtered, else the zone. */
export const targetSubject = computed<TargetSubject>(() => {
  const open = selectedFeature.value;
  if (open?.feature.properties.targets?.length) {
    return { kind: "feature", collection: open.collection, code: open.feature.properties.code };
  }
  if (selection.value.kind === "industry-cluster") return selection.value;
  const parents = new Set(
    filter.value.industry_chain.map((code) => chains.find((chain) => chain.code === code)?.parent),
  );
  const [only] = parents;
  return parents.size === 1 && only ? { kind: "industry-cluster", code: only } : { kind: "zone" };
});

export const subjectTargets = computed<readonly Target[]>(() => {
  const subject = targetSubject.value;
  if (subject.kind === "feature") return selectedFeature.value?.feature.properties.targets ?? [];
  if (subject.kind === "industry-cluster") return clusterTargets(subject.code);
  return (planTargets.value ?? []).filter((target) => target.subject.kind === "zone");
});

/** The targets of an industry cluster; none while they load. */
export function clusterTargets(code: string): readonly Target[] {
  return (planTargets.value ?? []).filter(
    ({ subject }) => subject.kind === "industry-cluster" && subject.code === code,
  );
}

/** The target to show large: the first of the catalogue's headline indicators that has a figure in that year. */
export function headlineTarget(targets: readonly Target[], year: number): Target | null {
  const place = ({ indicator }: Target) => indicatorPlaces.value.get(indicator) ?? Number.POSITIVE_INFINITY;
  const [best] = targets
    .filter((target) => target.horizon === year && target.value !== null)
    .sort((a, b) => place(a) - place(b));
  return best ?? null;
}

/** Not loaded is not "not stated". */
export const targetsLoaded = computed(() => targetSubject.value.kind === "feature" || planTargets.value !== null);

/** The indicator that the reader has chosen; null where there is none, or the plan has none of that name. */
export const chosenIndicator = computed<string | null>(() => {
  const known = answeredTerms("indicator");
  const code = indicator.value;
  return known.length === 0 || known.some((one) => one.code === code) ? code : null;
});

/** What is followed over the horizons: the chosen indicator, else the headline of this year, else that of any year. */
export const shownIndicator = computed<string | null>(() => {
  if (chosenIndicator.value) return chosenIndicator.value;
  const targets = subjectTargets.value;
  const best =
    headlineTarget(targets, horizon.value) ?? stops.map(({ year }) => headlineTarget(targets, year)).find(Boolean);
  return best?.indicator ?? null;
});

/** The figures of an indicator by a year, each once: the plan may say the same twice, or two different things. */
export function figuresOf(targets: readonly Target[], code: string, year: number | null): readonly Target[] {
  const figures = targets.filter((one) => one.indicator === code && one.horizon === year && one.value !== null);
  const isSame = (a: Target, b: Target) => a.value === b.value && a.comparator === b.comparator && a.unit === b.unit;
  return figures.filter((one, at) => figures.findIndex((other) => isSame(one, other)) === at);
}

/** The given years and those that the figures are for, the earliest first. */
export function yearsOf(given: readonly number[], targets: readonly Target[]): readonly number[] {
  const stated = targets.flatMap(({ horizon, value }) => (horizon !== null && value !== null ? [horizon] : []));
  return [...new Set([...given, ...stated])].sort((a, b) => a - b);
}

/** What the horizon control shows large; none where the plan is silent. */
export const shownTargets = computed<readonly Target[]>(() =>
  shownIndicator.value ? figuresOf(subjectTargets.value, shownIndicator.value, horizon.value) : [],
);
