import type { PlanTarget } from "../api/types.ts";

/** Targets as planners read them: by scope, theme and horizon, and those of an industry cluster beside those of its parks. */

export const NO_YEAR = "not-stated";
export const SCOPES = ["zone", "industry-cluster", "industry-chain", "feature"] as const;

/** Null is all of them; `year` is a year or that none is stated. */
export type TargetChoice = { scope: string | null; theme: string | null; year: string | null };
export type Dimension = keyof TargetChoice;

const yearOf = ({ horizon }: PlanTarget): string => (horizon === null ? NO_YEAR : String(horizon));

/** What a target is in each dimension. */
export function placeOf(target: PlanTarget, themes: ReadonlyMap<string, string>): Record<Dimension, string> {
  return { scope: target.subject.kind, theme: themes.get(target.indicator) ?? "", year: yearOf(target) };
}

const DIMENSIONS = ["scope", "theme", "year"] as const;

export function fitsChoice(
  target: PlanTarget,
  choice: TargetChoice,
  themes: ReadonlyMap<string, string>,
  without?: Dimension,
): boolean {
  const place = placeOf(target, themes);
  return DIMENSIONS.every(
    (dimension) => dimension === without || choice[dimension] === null || choice[dimension] === place[dimension],
  );
}

/** How many targets each value of a dimension would leave, in the order of `values`; its own choice does not count. */
export function countBy(
  targets: readonly PlanTarget[],
  by: Dimension,
  choice: TargetChoice,
  themes: ReadonlyMap<string, string>,
  values: readonly string[],
): Map<string, number> {
  const fitting = targets.filter((target) => fitsChoice(target, choice, themes, by));
  const counts = values.map(
    (value) => [value, fitting.filter((target) => placeOf(target, themes)[by] === value).length] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The years of targets, the earliest first, at last that none is stated. */
export const yearsOfTargets = (targets: readonly PlanTarget[]): string[] => [...new Set(targets.map(yearOf))].sort();

export type SubjectTargets = { scope: string; collection: string | null; code: string; own: PlanTarget[] };

/** The targets of each subject, in the order in which they come. */
export function bySubject(targets: readonly PlanTarget[]): SubjectTargets[] {
  const found = new Map<string, SubjectTargets>();
  for (const target of targets) {
    const { kind, code, collection = null } = target.subject;
    const key = `${kind} ${collection} ${code}`;
    const group = found.get(key) ?? { scope: kind, collection, code, own: [] };
    group.own.push(target);
    found.set(key, group);
  }
  return [...found.values()];
}
