import { signal } from "@preact/signals";

/**
 * What somebody looks for: on the map these parks stand out with their ranks, and what else could be meant steps back.
 * Null: nobody looks for anything.
 */
export type Emphasis = { ranks: ReadonlyMap<string, number>; chain: string | null };

export const emphasis = signal<Emphasis | null>(null);

/** A chain that a page is about: while it is open the map shows what a filter by it alone would show. Null: what is filtered. */
export const chainOnMap = signal<string | null>(null);
