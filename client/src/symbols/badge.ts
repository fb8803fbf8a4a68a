import type { PlanFeature } from "../api/types.ts";
import { drawnAs, layerStyle, number } from "./style.ts";

/** What the area of a park's badge grows with: an indicator, and the value from which it grows no more. */
export type BadgeMeasure = { indicator: string; most: number };

const style = layerStyle(drawnAs("park")[0] ?? "", "Point");

export const byRevenue: BadgeMeasure = { indicator: "revenue", most: number(style.revenue_most, 1e11) };

/** The figure that the plan sets a park by a year; null where it gives none for that year. */
export function badgeValue({ properties }: PlanFeature, { indicator }: BadgeMeasure, horizon: number): number | null {
  const target = properties.targets?.find((entry) => entry.indicator === indicator && entry.horizon === horizon);
  return target?.value ?? null;
}

/** Side of the badge in pixels: its area grows with the value; without a figure the base size. */
export function badgeSize(value: number | null, { most }: BadgeMeasure): number {
  const base = number(style.badge, 17);
  if (value === null || value <= 0) return base;
  const largest = number(style.badge_most, 34);
  return Math.sqrt(base ** 2 + (largest ** 2 - base ** 2) * Math.min(1, value / most));
}
