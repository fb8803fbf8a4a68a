import { type Dimension, NO_FILTER } from "./filter.ts";
import { conditionsOf, joinConditions, namesIn, parseFilter, printFilter } from "./text.ts";
import { filter } from "./view.ts";

const CLUSTER = "industry_cluster";

/** The codes of a dimension instead of those that are chosen. */
export function chooseFilter(dimension: Dimension, codes: readonly string[]): void {
  // written and read: a condition of the rest may be what is chosen now
  filter.value = parseFilter(printFilter({ ...filter.value, [dimension]: codes }));
}

export function toggleFilter(dimension: Dimension, code: string): void {
  const chosen = filter.value[dimension];
  chooseFilter(dimension, chosen.includes(code) ? chosen.filter((entry) => entry !== code) : [...chosen, code]);
}

/**
 * An industry cluster instead of the chains and cluster that are chosen: a condition of its own, because what names the
 * cluster alone has none of its chains.
 */
export function chooseIndustryCluster(code: string): void {
  const others = conditionsOf(filter.value.rest).filter((condition) => !namesIn(condition).includes(CLUSTER));
  filter.value = {
    ...filter.value,
    industry_chain: [],
    rest: joinConditions([...others, `${CLUSTER} = '${code}'`]),
  };
}

export function clearFilter(): void {
  filter.value = NO_FILTER;
}

/** What was not clicked, and can only be taken away as a whole. */
export function removeRest(): void {
  filter.value = { ...filter.value, rest: "" };
}
