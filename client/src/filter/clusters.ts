import { term } from "../catalogue.ts";
import { conditionsOf } from "./text.ts";

/** What choosing an industry cluster writes, and a list of them. */
const CLUSTERS = /^industry_cluster\s*(?:=\s*('[\w-]+')|IN\s*\(([^()]*)\))$/i;

/** The codes of a condition that names industry clusters and nothing else; none of another one. */
function clustersOf(condition: string): readonly string[] {
  const [, one, list] = CLUSTERS.exec(condition) ?? [];
  const codes = (one ?? list ?? "").split(",").map((text) => /^\s*'([\w-]+)'\s*$/.exec(text)?.[1] ?? "");
  return codes.every((code) => term("industry_cluster", code)) ? codes : [];
}

/** The rest of a filter in its industry clusters and in what else must hold. */
export function splitRest(rest: string): { clusters: readonly string[]; others: readonly string[] } {
  const conditions = conditionsOf(rest);
  return {
    clusters: [...new Set(conditions.flatMap(clustersOf))],
    others: conditions.filter((condition) => clustersOf(condition).length === 0),
  };
}
