import { batch, effect } from "@preact/signals";
import { fetchFeature, keyOf, unfetched } from "./fetched.ts";
import { parseFilter, printFilter } from "./filter-text.ts";
import { isLarge } from "./large.ts";
import { width } from "./layout.ts";
import { collectionState } from "./load.ts";
import { mapRequest } from "./map-link.ts";
import { canonicalSelection, findFeature } from "./plan.ts";
import {
  citedMark,
  citedParagraph,
  type Dimension,
  filter,
  hovered,
  NO_FILTER,
  reading,
  type Selection,
  selection,
} from "./view.ts";

/** What a person does to the view from more than one panel. */
export function openFeature(collection: string, code: string, gently = false): void {
  batch(() => {
    selection.value = { kind: "feature", collection, code };
    hovered.value = { kind: "none" };
    mapRequest.value = { kind: "feature", ref: { collection, code }, gently };
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

/** The codes of a dimension instead of those that are chosen. */
export function chooseFilter(dimension: Dimension, codes: readonly string[]): void {
  // written and read: a condition of the rest may be what is chosen now
  filter.value = parseFilter(printFilter({ ...filter.value, [dimension]: codes }));
}

export function toggleFilter(dimension: Dimension, code: string): void {
  const chosen = filter.value[dimension];
  chooseFilter(dimension, chosen.includes(code) ? chosen.filter((entry) => entry !== code) : [...chosen, code]);
}

export function clearFilter(): void {
  filter.value = NO_FILTER;
}

/** What was not clicked, and can only be taken away as a whole. */
export function removeRest(): void {
  filter.value = { ...filter.value, rest: "" };
}

/** Whether a feature can be shown: of a large collection each is fetched by itself. */
export function featureState(collection: string, code: string): "ready" | "loading" | "failed" | "unknown" {
  if (findFeature(collection, code)) return "ready";
  if (!isLarge(collection)) {
    const whole = collectionState(collection);
    return whole === "ready" ? "unknown" : whole;
  }
  const problem = unfetched.value.get(keyOf(collection, code));
  if (!problem) return "loading";
  return problem.status === 404 ? "unknown" : "failed";
}

/** Keeps the selection on a code that exists, and closes the citation of a card that is no longer open. */
export function startSelection(): void {
  effect(() => {
    const meant = canonicalSelection(selection.value);
    if (meant !== selection.value) selection.value = meant;
  });
  effect(() => {
    const chosen = selection.value;
    if (chosen.kind === "feature" && isLarge(chosen.collection)) void fetchFeature(chosen.collection, chosen.code);
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
