import { signal } from "@preact/signals";
import { codeField, typedField, viewField } from "../url/field.ts";
import { parseMark } from "./mark.ts";

/** The paragraph whose citation chip is pressed. */
export const citedParagraph = signal<string | null>(null);
export const citedField = codeField("cite", citedParagraph);
/** What is marked in that paragraph, as reading/mark.ts writes it. */
export const citedMark = signal<string | null>(null);
export const markField = viewField({
  name: "mark",
  signal: citedMark,
  parse: (text) => (parseMark(text) ? text : null),
  serialise: (value) => value ?? "",
});
/** What is open in the reading pane: a paragraph, or `chapter-20`; null shows the outline. */
export const reading = signal<string | null>(null);
export const readingField = codeField("read", reading);
/** The paragraph whose features stand out on the map. */
export const shownParagraph = signal<string | null>(null);
export const shownField = codeField("paragraph", shownParagraph);
/** Search inside the text of the plan. */
export const textQuery = signal("");
export const textQueryField = typedField("find", textQuery);
