import { signal } from "@preact/signals";
import type { Problem } from "../api/types.ts";

/** Requests for whole collections are under way. */
export const pending = signal(true);
/** The revision of which the plan was loaded, as the server's events name it; null until it is known. */
export const loadedTag = signal<string | null>(null);
/** Collections that did not come, and why. */
export const problems = signal<ReadonlyMap<string, Problem>>(new Map());

/** Of a collection that is not here: that is not yet "nothing". */
export const stateOfMissing = (): "loading" | "failed" => (pending.value ? "loading" : "failed");
