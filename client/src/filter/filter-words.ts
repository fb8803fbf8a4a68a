import { termName } from "../language/names.ts";
import { filterInForce } from "./match.ts";

/** What of a condition stands among words. */
const LONGEST = 40;

/** The condition that choosing a cluster writes. */
const CLUSTER_ALONE = /^industry_cluster = '([\w-]+)'$/;

/** The words of the filter that is on: chains, then statuses, then the condition that was written. */
export function filterWords(): string[] {
  const { industry_chain, plan_status, rest } = filterInForce.value;
  const cluster = CLUSTER_ALONE.exec(rest)?.[1];
  const written = cluster
    ? termName("industry_cluster", cluster)
    : rest.length > LONGEST
      ? `${rest.slice(0, LONGEST - 1)}…`
      : rest;
  return [
    ...industry_chain.map((code) => termName("industry_chain", code)),
    ...plan_status.map((code) => termName("plan_status", code)),
    ...(written === "" ? [] : [written]),
  ];
}
