import { batch, effect } from "@preact/signals";
import { featuresIn } from "../features/features-in.ts";
import { mapRequest, press } from "../viewport/map-link.ts";
import { canonicalSelection, isSame } from "./selection.ts";
import { hovered, selection } from "./view.ts";

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

/** Keeps the selection on a code that exists, and asks for the open feature where it is not here. */
export function startSelection(): void {
  effect(() => {
    const meant = canonicalSelection(selection.value);
    if (meant !== selection.value) selection.value = meant;
  });
  effect(() => {
    const chosen = selection.value;
    if (chosen.kind === "feature") void featuresIn(chosen.collection).want(chosen.code);
  });
  // what lies beside it belongs to the place that was pressed, and goes with it
  effect(() => {
    if (!press.value?.found.some(({ collection, code }) => isSame(selection.value, collection, code)))
      press.value = null;
  });
}
