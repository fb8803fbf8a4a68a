import { type FeatureRef, inView, moreInView, planChanges, thinned, tilesState } from "../viewport/map-link.ts";
import { featuresInView } from "./in-view.ts";
import type { Painted, Painting } from "./painting.ts";

/** Tells the panels what the map shows; a signal changes only when its value does. */

/** How the tiles fare and what they leave out; a tile of another revision says that the plan has changed. */
export function createTilesPublisher(element: HTMLElement): (painting: Painting) => void {
  let lastRevision = "";
  return (painting) => {
    const state = painting.tiles.state();
    element.dataset.tiles = state;
    if (tilesState.peek() !== state) tilesState.value = state;
    const revision = painting.tiles.revision();
    if (lastRevision !== "" && revision !== lastRevision) planChanges.value += 1;
    lastRevision = revision || lastRevision;
    const notes = painting.notes();
    if (JSON.stringify(notes) !== JSON.stringify(thinned.peek())) thinned.value = notes;
  };
}

/** The features in view, for the listbox of the map. */
export function publishInView({ scene, view, names }: Painted): void {
  const next = featuresInView(scene.hits, view, names.listed);
  const more = Math.max(0, names.inView - names.listed.length);
  if (moreInView.peek() !== more) moreInView.value = more;
  const held = inView.peek();
  const same = (ref: FeatureRef, other: FeatureRef | undefined) =>
    ref.code === other?.code && ref.collection === other.collection;
  if (next.length !== held.length || next.some((ref, index) => !same(ref, held[index]))) inView.value = next;
}
