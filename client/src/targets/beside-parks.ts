import type { PlanTarget } from "../api/types.ts";

/** Figures of the parks of a cluster with one basis; the sum is ours, and exact only where each figure is one. */
export type ParkSum = { sum: number; isExact: boolean; of: readonly PlanTarget[] };

/** One indicator in one year: what the plan gives for the cluster, what its parks add up to, and who is silent. */
export type BesideParks = {
  indicator: string;
  horizon: number | null;
  unit: string;
  cluster: readonly PlanTarget[];
  /** Apart by basis: what the plan states, and what is only derived from its words. */
  sums: ReadonlyMap<string, ParkSum>;
  /** Parks of the cluster without a figure. */
  silent: readonly string[];
};

/** Shares, ranks and figures per something are nothing to add up: they stand with the cluster's own targets. */
const canBeAdded = (unit: string): boolean => unit !== "%" && unit !== "rank" && !unit.includes("/");
const isStated = ({ value }: PlanTarget): boolean => value !== null;
const keyOf = ({ indicator, horizon, unit }: PlanTarget): string => `${indicator} ${horizon} ${unit}`;

/**
 * The targets of a cluster beside the sum of those of its parks. A park that is of several clusters counts in each of
 * them, so that sums of clusters are no sum of the zone. Nothing is added up where no park has a figure.
 */
export function besideParks(
  cluster: string,
  targets: readonly PlanTarget[],
  parks: readonly string[],
  isOfPark: (target: PlanTarget) => boolean,
): BesideParks[] {
  const isOwn = ({ subject }: PlanTarget) => subject.kind === "industry-cluster" && subject.code === cluster;
  const figures = targets.filter((target) => isStated(target) && canBeAdded(target.unit));
  const ofCluster = figures.filter(isOwn);
  const ofParks = figures.filter((target) => isOfPark(target) && parks.includes(target.subject.code));
  const keys = new Map([...ofCluster, ...ofParks].map((target) => [keyOf(target), target]));
  return [...keys].map(([key, { indicator, horizon, unit }]) => {
    const same = ofParks.filter((target) => keyOf(target) === key);
    const bases = new Set(same.map(basisOf));
    return {
      indicator,
      horizon,
      unit,
      cluster: ofCluster.filter((target) => keyOf(target) === key),
      sums: new Map([...bases].map((basis) => [basis, sumOf(same.filter((one) => basisOf(one) === basis))])),
      silent: parks.filter((code) => !same.some(({ subject }) => subject.code === code)),
    };
  });
}

const basisOf = ({ citation }: PlanTarget): string => citation?.basis ?? "stated";

/** A park that gives two figures for the same counts once, with the first. */
function sumOf(figures: readonly PlanTarget[]): ParkSum {
  const of = figures.filter((one, at) => figures.findIndex(({ subject }) => subject.code === one.subject.code) === at);
  return {
    sum: of.reduce((total, { value }) => total + (value ?? 0), 0),
    isExact: of.every(({ comparator }) => comparator === "eq"),
    of,
  };
}
