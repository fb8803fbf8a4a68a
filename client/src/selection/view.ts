import { signal } from "@preact/signals";
import { collectionDefinitions, term } from "../catalogue.ts";
import { codeOf, viewField } from "../url/field.ts";
import { canonicalSelection, type Selection } from "./selection.ts";

export const selection = signal<Selection>({ kind: "none" });
/** Not in the URL: what the pointer or the map list is over. */
export const hovered = signal<Selection>({ kind: "none" });

export const selectionField = viewField({
  name: "select",
  signal: selection,
  parse: parseSelection,
  serialise: serialiseSelection,
  // another code of the same project is the same choice: "back" does not stop at it
  choice: canonicalSelection,
});

/** `collection/code`, or `industry-cluster/code`. */
export function parseSelection(text: string | null): Selection {
  const [collection, code, ...rest] = (text ?? "").split("/");
  if (!collection || !code || rest.length > 0) return { kind: "none" };
  if (collection === "industry-cluster") {
    return term("industry_cluster", code) ? { kind: "industry-cluster", code } : { kind: "none" };
  }
  const known = collectionDefinitions.some(({ id }) => id === collection);
  return known && codeOf(code) ? { kind: "feature", collection, code } : { kind: "none" };
}

export function serialiseSelection(chosen: Selection): string {
  if (chosen.kind === "none") return "";
  return `${chosen.kind === "feature" ? chosen.collection : chosen.kind}/${chosen.code}`;
}
