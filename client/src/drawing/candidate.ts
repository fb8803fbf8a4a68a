import { batch, signal } from "@preact/signals";
import type { Position } from "geojson";
import { boundsOf } from "../geo/bounds.ts";
import { mapRequest } from "../viewport/map-link.ts";
import { change, geometry, isEmpty, snappedToSchematic, takeMode } from "./editor.ts";
import { type Drawn, ofParts, partsOf } from "./geometry.ts";
import { say } from "./said.ts";

/** `isChosen`: somebody is at it in a list of them. */
export type CornerLabel = { readonly label: string; readonly position: Position; readonly isChosen?: boolean };

/** What would be taken into the drawing: it is seen on the map before it is. Its corners may have their numbers. */
export type Candidate = {
  readonly drawn: Drawn;
  /** It rests on a sketch. */
  readonly isSchematic?: boolean;
  readonly labels: readonly CornerLabel[];
};
export const candidate = signal<Candidate | null>(null);

/** Draws it over the plan, and shows all of it. */
export function propose(next: Candidate | null): void {
  candidate.value = next;
  const bounds = next && boundsOf(next.drawn);
  if (bounds) mapRequest.value = { kind: "extent", bounds };
}

/** Whether there is an area beside which it can be taken. */
export const canAdd = (): boolean =>
  geometry.value.type.endsWith("Polygon") && !isEmpty(geometry.value) && candidate.value !== null;

/** Takes it in the place of what is drawn, or as further parts: a step like any other. */
export function takeCandidate(how: "replace" | "add"): void {
  const next = candidate.value;
  if (!next) return;
  const { drawn: taken, isSchematic = false } = next;
  batch(() => {
    const drawn = how === "add" && canAdd() ? ofParts([...partsOf(geometry.value), ...partsOf(taken)]) : taken;
    const before = snappedToSchematic.value;
    candidate.value = null;
    takeMode("edit");
    const rests = isSchematic || (drawn !== taken && before);
    if (change({ kind: "replace", geometry: drawn }, { isSchematic: rests }))
      say("taken", { count: partsOf(drawn).length });
  });
}
