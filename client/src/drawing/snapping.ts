import { signal } from "@preact/signals";
import type { Caught } from "./snap.ts";

/** What a press catches: nothing, what is placed to 20 m and the drawing itself, or what is drawn schematically too. */
export const SNAPPING = ["off", "surveyed", "all"] as const;
export const snapping = signal<(typeof SNAPPING)[number]>("surveyed");
/** What the pointer has caught, until it moves on. */
export const caught = signal<Caught | null>(null);
