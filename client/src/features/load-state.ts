import { computed, signal } from "@preact/signals";
import type { Problem } from "../api/types.ts";

/** Requests for whole collections are under way. */
export const pending = signal(true);
/** Of which revision each collection is that is held, as the server's events name it; null where the answer did not say. */
export const heldRevisions = signal<ReadonlyMap<string, string | null>>(new Map());
/** The revision of all that is held; null while it is not known, or of one for all: a change may come between two answers. */
export const loadedTag = computed(() => {
  const [first, ...others] = new Set(heldRevisions.value.values());
  return others.length === 0 ? (first ?? null) : null;
});
/** Collections that did not come, and why. */
export const problems = signal<ReadonlyMap<string, Problem>>(new Map());

/** Of a collection that is not here: that is not yet "nothing". */
export const stateOfMissing = (): "loading" | "failed" => (pending.value ? "loading" : "failed");
