import { signal } from "@preact/signals";
import { viewField } from "../url/field.ts";

/**
 * What the page asks about, as a link carries it (question.ts, which comes with the page); empty when nothing is drawn, or
 * more than a link holds.
 */
export const question = signal("");

/** Signs of a question, and as many as the longest can have. */
const SIGNS = /^[-0-9.,/:=]{1,6000}$/;

/** A place is no step of "back": whoever draws would have to go back corner by corner. */
export const questionField = viewField({
  name: "here",
  signal: question,
  parse: (text) => (text !== null && SIGNS.test(text) ? text : ""),
  serialise: (value) => value,
  choice: null,
});
