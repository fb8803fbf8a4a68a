import { signal } from "@preact/signals";
import { viewField } from "../url/field.ts";

/** The moment as of which the plan is shown, as the server reads it: an instant or a day; empty for now. */
export const asOf = signal("");

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?$/;

export const asOfField = viewField({
  name: "asof",
  signal: asOf,
  parse: (text) => (text && MOMENT.test(text) && !Number.isNaN(Date.parse(text)) ? text : ""),
  serialise: (moment) => moment,
});

/** The parameter of every request for features, where one is needed. */
export const asOfParameter = (): Record<string, string> => (asOf.value === "" ? {} : { "as-of": asOf.value });
