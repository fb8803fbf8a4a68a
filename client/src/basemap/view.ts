import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The plan's own ground is what a page opens with. */
export const BASEMAPS = ["plan", "tianditu", "osm"] as const;
export type Basemap = (typeof BASEMAPS)[number];

export const basemap = signal<Basemap>(BASEMAPS[0]);
export const basemapField = choiceField("basemap", basemap, BASEMAPS);
