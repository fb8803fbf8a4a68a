import { batch, computed, effect } from "@preact/signals";
import { collectionDefinitions } from "../catalogue.ts";
import type { Cited, More } from "../features/collection-features.ts";
import { featuresIn } from "../features/features-in.ts";
import { isLayerVisible, setGroupVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { openFeature } from "../selection/select.ts";
import { type FeatureRef, mapRequest } from "../viewport/map-link.ts";
import { readParagraph, wantParagraph } from "./reading.ts";
import { shownParagraph } from "./view.ts";

/** From a paragraph to the map: the features that cite it. `more`: how many there are beyond those that are listed. */
export type Shown = { placed: FeatureRef[]; unplaced: FeatureRef[]; more: More | null };

const NOTHING: Cited = { features: [], left_out: [] };

/** More outlines than this say nothing any more; the count is of all. */
export const MOST_OUTLINED = 60;

/** `said` is what the server says that cites the paragraph; who holds the features does not ask. */
export function featuresOf(paragraph: string, said: () => Cited = () => citedBy(paragraph)): Shown {
  const shown: Shown = { placed: [], unplaced: [], more: null };
  for (const { id: collection } of collectionDefinitions) {
    const { placed, unplaced, more } = featuresIn(collection).citing(paragraph, said);
    shown.placed.push(...placed.map((code) => ({ collection, code })));
    shown.unplaced.push(...unplaced.map((code) => ({ collection, code })));
    if (more)
      shown.more = {
        count: (shown.more?.count ?? 0) + more.count,
        isExact: more.isExact && (shown.more?.isExact ?? true),
      };
  }
  return shown;
}

function citedBy(paragraph: string): Cited {
  const said = readParagraph(paragraph);
  return said.kind === "ready" ? said.data : NOTHING;
}

/** The set that stands out on the map. */
export const shownFeatures = computed(() => (shownParagraph.value === null ? null : featuresOf(shownParagraph.value)));

/** What is shown and not held is asked for: which features, and where they are. */
export function startShown(): () => void {
  const stops = [
    effect(() => {
      const paragraph = shownParagraph.value;
      if (paragraph === null) return;
      featuresOf(paragraph, () => {
        wantParagraph(paragraph);
        return NOTHING;
      });
    }),
    effect(() => {
      for (const { collection, code } of shownFeatures.value?.placed.slice(0, MOST_OUTLINED) ?? [])
        void featuresIn(collection).want(code);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** One feature is opened; several stand out together until they are put away. Layers that hold them are switched on. */
export function showParagraph(
  paragraph: string,
  { placed, unplaced }: Pick<Shown, "placed" | "unplaced"> = featuresOf(paragraph),
): void {
  const [only] = [...placed, ...unplaced];
  if (!only) return;
  batch(() => {
    const hidden = [...new Set(placed.map(({ collection }) => collection))].filter(
      (id) => !isLayerVisible(layers.value, id),
    );
    if (hidden.length > 0) setGroupVisible(hidden, true);
    if (placed.length + unplaced.length === 1) {
      shownParagraph.value = null;
      openFeature(only.collection, only.code);
      return;
    }
    shownParagraph.value = paragraph;
    if (placed.length > 0) mapRequest.value = { kind: "features", refs: placed.slice(0, MOST_OUTLINED) };
  });
}

export function hideParagraph(): void {
  shownParagraph.value = null;
}
