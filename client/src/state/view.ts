import { computed, signal } from "@preact/signals";
import { collectionDefinitions, drawOrder, hiddenAtFirst, product, vocabularies } from "../catalogue.ts";

/** The state of the view. All of it is in the URL (state/url.ts); nothing shareable lives elsewhere. */

/** Centre in CRS84 degrees and Leaflet zoom (fractional). */
export type MapView = { zoom: number; lat: number; lon: number };
/** Drawing order of the list is bottom to top; opacity 0–1. */
export type LayerState = { id: string; visible: boolean; opacity: number };
/** What a click can filter by. */
export const DIMENSIONS = ["industry_chain", "plan_status"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** One CQL2 condition (state/filter-text.ts writes and reads it): what was clicked, and the rest as text. */
export type Filter = { readonly [dimension in Dimension]: readonly string[] } & { readonly rest: string };
export const NO_FILTER: Filter = { industry_chain: [], plan_status: [], rest: "" };
export type Selection =
  | { kind: "none" }
  | { kind: "feature"; collection: string; code: string }
  // an industry cluster is a term of the vocabulary: it has a card and no geometry
  | { kind: "industry-cluster"; code: string };
export type Language = "zh" | "en";
export type Theme = "auto" | "light" | "dark";
export type ColourBy = "industry_chain" | "plan_status";
export type Basemap = "plan" | "tianditu" | "osm";
export type Tab = "layers" | "list" | "text";
export type Tool = "none" | "measure-line" | "measure-area";
export type ListSort = "plan" | "name" | "investment" | "status";
export type ListScope = "all" | "unplaced";
export type Page = "map" | "gaps" | "panorama";

const known = collectionDefinitions.map(({ id }) => id);
/** Bottom to top as the catalogue draws them; a collection it does not order lies on top. */
export const defaultLayers: readonly LayerState[] = [
  ...drawOrder.filter((id) => known.includes(id)),
  ...known.filter((id) => !drawOrder.includes(id)),
].map((id) => ({ id, visible: !hiddenAtFirst.has(id), opacity: 1 }));

/** The panorama opens with the first chain of the catalogue. */
export const firstChain = vocabularies.get("industry_chain")?.terms[0]?.code ?? "";

export const mapView = signal<MapView | null>(null);
export const layers = signal<readonly LayerState[]>(defaultLayers);
export const filter = signal<Filter>(NO_FILTER);
export const horizon = signal<number>(product.default_horizon);
export const selection = signal<Selection>({ kind: "none" });
export const language = signal<Language>("zh");
export const theme = signal<Theme>("auto");
export const colourBy = signal<ColourBy>("industry_chain");
export const basemap = signal<Basemap>("plan");
export const tab = signal<Tab>("layers");
export const tool = signal<Tool>("none");
export const searchText = signal("");
export const listSort = signal<ListSort>("plan");
export const listScope = signal<ListScope>("all");
/** The paragraph whose citation chip is pressed. */
export const citedParagraph = signal<string | null>(null);
/** What is marked in that paragraph, as state/mark.ts writes it. */
export const citedMark = signal<string | null>(null);
/** What is open in the reading pane: a paragraph, or `chapter-20`; null shows the outline. */
export const reading = signal<string | null>(null);
/** The paragraph whose features stand out on the map. */
export const shownParagraph = signal<string | null>(null);
/** Search inside the text of the plan. */
export const textQuery = signal("");
/** What stands beside the map instead of the tabs. */
export const page = signal<Page>("map");
export const gapRule = signal<string | null>(null);
export const gapKind = signal<string | null>(null);
/** The chain whose panorama is open. */
export const panoramaChain = signal<string>(firstChain);
/** Not in the URL: what the pointer or the map list is over. */
export const hovered = signal<Selection>({ kind: "none" });

/** Not in the URL: what the system asks for when the theme is "auto". */
export const systemDark = signal(false);
export const shownTheme = computed<"light" | "dark">(() => {
  if (theme.value !== "auto") return theme.value;
  return systemDark.value ? "dark" : "light";
});
