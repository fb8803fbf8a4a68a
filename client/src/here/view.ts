import { signal } from "@preact/signals";
import type { Drawn } from "../drawing/geometry.ts";
import { viewField } from "../url/field.ts";
import { parseQuestion, serialiseQuestion } from "./question.ts";

/** What the page asks about, as a link carries it; null when nothing is drawn, or more than a link holds. */
export const question = signal<Drawn | null>(null);

/** A place is no step of "back": whoever draws would have to go back corner by corner. */
export const questionField = viewField({
  name: "here",
  signal: question,
  parse: parseQuestion,
  serialise: serialiseQuestion,
  choice: null,
});
