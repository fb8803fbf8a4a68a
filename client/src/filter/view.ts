import { signal } from "@preact/signals";
import { term } from "../catalogue.ts";
import { choiceField, viewField } from "../url/field.ts";
import { DIMENSIONS, type Dimension, type Filter, NO_FILTER } from "./filter.ts";
import { parseFilter, printFilter } from "./text.ts";

export const filter = signal<Filter>(NO_FILTER);

export const filterField = viewField({
  name: "filter",
  signal: filter,
  parse: readFilter,
  serialise: printFilter,
});

/** What the colour of a sign tells. */
export const colourBy = signal<Dimension>(DIMENSIONS[0]);
export const colourField = choiceField("colour", colourBy, DIMENSIONS);

/** Links from before there was one filter named each dimension. */
function readFilter(text: string | null, query: URLSearchParams): Filter {
  const read = parseFilter(text ?? "");
  const older = (dimension: Dimension) =>
    read[dimension].length > 0 ? read[dimension] : codes(dimension, query.get(dimension));
  return { ...read, industry_chain: older("industry_chain"), plan_status: older("plan_status") };
}

function codes(vocabulary: string, value: string | null): string[] {
  const known = (value ?? "").split(",").filter((code) => term(vocabulary, code));
  return [...new Set(known)];
}
