import { definitionOf, propertiesIn } from "../catalogue.ts";
import { asOfParameter } from "../history/view.ts";
import { horizon } from "../horizon/view.ts";
import { filterInForce, restMatches } from "./match.ts";
import { conditionsOf, joinConditions, namesIn, printFilter } from "./text.ts";

/**
 * The filter and the horizon as parameters of a request (tiles, facets, items, identify, export). One collection is
 * strict and gets what acts on it; for several, or none named, the server leaves each what it does not know.
 */
export function filterParameters(...collections: readonly string[]): URLSearchParams {
  const query = new URLSearchParams();
  const [only] = collections;
  const text = only !== undefined && collections.length === 1 ? filterOf(only) : printFilter(filterInForce.value);
  if (text !== "") query.set("filter", text);
  query.set("datetime", String(horizon.value));
  for (const [name, moment] of Object.entries(asOfParameter())) query.set(name, moment);
  return query;
}

/** The conditions that act on a collection. */
export function filterOf(collection: string): string {
  const left = new Set(restMatches.value?.[collection]?.ignored);
  const rest = new Set(conditionsOf(filterInForce.value.rest));
  const acts = (condition: string) =>
    namesIn(condition).every((name) => isQueryable(collection, name) && !(rest.has(condition) && left.has(name)));
  return joinConditions(conditionsOf(printFilter(filterInForce.value)).filter(acts));
}

/** A collection is filtered by `industry_chain` and `industry_cluster`, whatever its own properties are called. */
function isQueryable(collection: string, name: string): boolean {
  const definition = definitionOf(collection);
  if (name === "geometry" || (name === "industry_chain" && definition?.chain_property)) return true;
  if (name === "industry_cluster" && definition?.cluster_property) return true;
  return propertiesIn(collection).some((property) => property.name === name && property.queryable);
}
