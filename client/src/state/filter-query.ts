import { definitionOf } from "./plan.ts";
import { filter, horizon } from "./view.ts";

/**
 * The filter and the horizon as parameters of a request (tiles, facets, items, identify, export). With the ids of the
 * collections that are asked for, what none of them knows is left out: the server would call it a mistake.
 */
export function filterParameters(...collections: readonly string[]): URLSearchParams {
  const { industry_chain, plan_status } = filter.value;
  const query = new URLSearchParams();
  const hasChains = collections.length === 0 || collections.some((id) => definitionOf(id)?.chain_property);
  if (industry_chain.length > 0 && hasChains) query.set("industry_chain", industry_chain.join(","));
  if (plan_status.length > 0) query.set("plan_status", plan_status.join(","));
  query.set("datetime", String(horizon.value));
  return query;
}
