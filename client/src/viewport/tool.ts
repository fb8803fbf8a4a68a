import { signal } from "@preact/signals";

/** With no tool in hand a press chooses what is on the map. */
export const NO_TOOL = "none";

/** A press says where something is (changes): no link carries it. */
export const PLACE_TOOL = "place";

/** The tool in hand, by its name in the table of the map (map/tools.ts). */
export const tool = signal<string>(NO_TOOL);
