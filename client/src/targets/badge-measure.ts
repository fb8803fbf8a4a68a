import { computed } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { featuresIn } from "../features/features-in.ts";
import { PARKS } from "../features/plan.ts";
import { type BadgeMeasure, byRevenue } from "../symbols/badge.ts";
import { chosenIndicator } from "./targets.ts";

/** What the badges of the parks grow with: the chosen indicator where a park has a figure of it for a year, else the revenue. */
export const badgeMeasure = computed<BadgeMeasure>(() =>
  measureOf(chosenIndicator.value, featuresIn(PARKS).whole() ?? []),
);

export function measureOf(indicator: string | null, parks: readonly PlanFeature[]): BadgeMeasure {
  if (indicator === null || indicator === byRevenue.indicator) return byRevenue;
  const figures = parks.flatMap(({ properties }) => properties.targets ?? []);
  const values = figures.filter((target) => target.indicator === indicator && target.horizon !== null);
  const most = Math.max(0, ...values.map(({ value }) => value ?? 0));
  return most > 0 ? { indicator, most } : byRevenue;
}
