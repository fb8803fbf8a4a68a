import { termName } from "../language/names.ts";
import { splitRest } from "./clusters.ts";
import { filterInForce } from "./match.ts";
import { joinConditions } from "./text.ts";

/** What of a condition stands among words. */
const LONGEST = 40;

/** The words of the filter that is on: chains, then statuses, then clusters, then the conditions that were written. */
export function filterWords(): string[] {
  const { industry_chain, plan_status, rest } = filterInForce.value;
  const { clusters, others } = splitRest(rest);
  const written = joinConditions(others);
  return [
    ...industry_chain.map((code) => termName("industry_chain", code)),
    ...plan_status.map((code) => termName("plan_status", code)),
    ...clusters.map((code) => termName("industry_cluster", code)),
    ...(written === "" ? [] : [written.length > LONGEST ? `${written.slice(0, LONGEST - 1)}…` : written]),
  ];
}
