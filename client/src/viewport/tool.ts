import { computed, signal } from "@preact/signals";

/** With no tool in hand a press chooses what is on the map. */
export const NO_TOOL = "none";

/** A press says where something is (changes): no link carries it. */
export const PLACE_TOOL = "place";

/** A press draws (drawing/): taken in hand by the page that the drawing is for, which a link carries instead. */
export const DRAW_TOOL = "draw";

/** The tool in hand, by its name in the table of the map (map/tools.ts). */
export const tool = signal<string>(NO_TOOL);

/** Drawing has its panel in a page; every other tool has one of its own, in the place of the sheet of a small window. */
export const hasOwnPanel = computed(() => tool.value !== NO_TOOL && tool.value !== DRAW_TOOL);
