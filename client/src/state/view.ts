import { computed, signal } from "@preact/signals";
import { collectionDefinitions, drawOrder, hiddenAtFirst, product, vocabularies } from "../catalogue.ts";

/** The state of the view. All of it is in the URL (state/url.ts); nothing shareable lives elsewhere. */

/** Centre in CRS84 degrees and Leaflet zoom (fractional). */
export type MapView = { zoom: number; lat: number; lon: number };
/** Drawing order of the list is bottom to top; opacity 0–1. */
export type LayerState = { id: string; visible: boolean; opacity: number };
/** What a click can filter by, and what colours signs. */
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

/** What one can choose between; the first of each is what a page opens with. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const BASEMAPS = ["plan", "tianditu", "osm"] as const;
export type Basemap = (typeof BASEMAPS)[number];
export const TABS = ["layers", "list", "text"] as const;
export type Tab = (typeof TABS)[number];
export const TOOLS = ["none", "measure-line", "measure-area"] as const;
export type Tool = (typeof TOOLS)[number];
export const SORTS = ["plan", "name", "investment", "status"] as const;
export type ListSort = (typeof SORTS)[number];
export const SCOPES = ["all", "unplaced"] as const;
export type ListScope = (typeof SCOPES)[number];
export const PAGES = ["map", "gaps", "panorama"] as const;
export type Page = (typeof PAGES)[number];

/** The one of a list that a text names; the first when it names none. */
export function oneOf<Value extends string>(allowed: readonly [Value, ...Value[]], value: string | null): Value {
  return allowed.find((entry) => entry === value) ?? allowed[0];
}

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
export const language = signal<Language>(LANGUAGES[0]);
export const theme = signal<Theme>(THEMES[0]);
export const colourBy = signal<Dimension>(DIMENSIONS[0]);
export const basemap = signal<Basemap>(BASEMAPS[0]);
export const tab = signal<Tab>(TABS[0]);
export const tool = signal<Tool>(TOOLS[0]);
export const searchText = signal("");
export const listSort = signal<ListSort>(SORTS[0]);
export const listScope = signal<ListScope>(SCOPES[0]);
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
export const page = signal<Page>(PAGES[0]);
export const gapRule = signal<string | null>(null);
export const gapKind = signal<string | null>(null);
/** The chain whose panorama is open. */
export const panoramaChain = signal<string>(firstChain);
/** Not in the URL: what the pointer or the map list is over. */
export const hovered = signal<Selection>({ kind: "none" });

/** Not in the URL: what the system asks for when the theme is "auto". */
export const systemDark = signal(false);
/** Not in the URL: the page is being printed, and paper is light. */
export const printing = signal(false);
export const shownTheme = computed<"light" | "dark">(() => {
  if (printing.value) return "light";
  if (theme.value !== "auto") return theme.value;
  return systemDark.value ? "dark" : "light";
});
