import { batch, effect } from "@preact/signals";
import { width } from "./layout.ts";
import { mapRequest } from "./map-link.ts";
import { canonicalSelection } from "./plan.ts";
import { citedMark, citedParagraph, type Filter, filter, hovered, reading, type Selection, selection } from "./view.ts";

/** What a person does to the view from more than one panel. */
export function openFeature(collection: string, code: string, move = true): void {
  batch(() => {
    selection.value = { kind: "feature", collection, code };
    hovered.value = { kind: "none" };
    if (move) mapRequest.value = { kind: "feature", ref: { collection, code } };
  });
}

export function closeFeature(): void {
  selection.value = { kind: "none" };
}

export function openIndustryCluster(code: string): void {
  selection.value = { kind: "industry-cluster", code };
}

export const isSame = (a: Selection, collection: string, code: string): boolean =>
  a.kind === "feature" && a.collection === collection && a.code === code;

export function toggleFilter(dimension: keyof Filter, code: string): void {
  const chosen = filter.value[dimension];
  const next = chosen.includes(code) ? chosen.filter((entry) => entry !== code) : [...chosen, code];
  filter.value = { ...filter.value, [dimension]: next };
}

export function clearFilter(): void {
  filter.value = { industry_chain: [], plan_status: [] };
}

/** Keeps the selection on a code that exists, and closes the citation of a card that is no longer open. */
export function startSelection(): void {
  effect(() => {
    const meant = canonicalSelection(selection.value);
    if (meant !== selection.value) selection.value = meant;
  });
  let last = selection.peek();
  effect(() => {
    const now = selection.value;
    if (now === last) return;
    const same = now.kind === "feature" && isSame(last, now.collection, now.code);
    last = now;
    if (!same) {
      citedParagraph.value = null;
      // on a phone the sheet holds one thing: the card that was just opened
      if (width.peek() === "phone" && now.kind !== "none") reading.value = null;
      if (reading.peek() === null) citedMark.value = null;
    }
  });
}
