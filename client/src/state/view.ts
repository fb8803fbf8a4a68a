import { signal } from "@preact/signals";

/** The state of the view. All of it is in the URL (state/url.ts); nothing shareable lives elsewhere. */

/** Centre in CRS84 degrees and Leaflet zoom (fractional). */
export type MapView = { zoom: number; lat: number; lon: number };
/** Drawing order of the list is bottom to top; opacity 0–1. */
export type LayerState = { id: string; visible: boolean; opacity: number };
export type Filter = { industry_chain: readonly string[]; plan_status: readonly string[] };
export type Selection = { kind: "none" } | { kind: "feature"; collection: string; code: string };
export type Language = "zh" | "en";
export type Theme = "auto" | "light" | "dark";
export type ColourBy = "industry_chain" | "plan_status";
export type Basemap = "plan" | "tianditu" | "osm";
export type Tab = "layers" | "list" | "text";
export type Tool = "none" | "measure-line" | "measure-area";

export const mapView = signal<MapView | null>(null);
export const layers = signal<readonly LayerState[]>([]);
export const filter = signal<Filter>({ industry_chain: [], plan_status: [] });
export const horizon = signal<number>(2025);
export const selection = signal<Selection>({ kind: "none" });
export const language = signal<Language>("zh");
export const theme = signal<Theme>("auto");
export const colourBy = signal<ColourBy>("industry_chain");
export const basemap = signal<Basemap>("plan");
export const tab = signal<Tab>("layers");
export const tool = signal<Tool>("none");
/** Not in the URL: what the pointer or the map list is over. */
export const hovered = signal<Selection>({ kind: "none" });
