import { product, term } from "../catalogue.ts";
import { parseFilter, printFilter } from "./filter-text.ts";
import { parseMark } from "./mark.ts";
import type {
  Basemap,
  Dimension,
  Filter,
  Language,
  LayerState,
  ListScope,
  ListSort,
  MapView,
  Page,
  Selection,
  Tab,
  Theme,
  Tool,
} from "./view.ts";
import {
  BASEMAPS,
  DIMENSIONS,
  defaultLayers,
  firstChain,
  LANGUAGES,
  oneOf,
  PAGES,
  SCOPES,
  SORTS,
  TABS,
  THEMES,
  TOOLS,
} from "./view.ts";

/** Everything a link carries. `parseView(serialiseView(view))` is `view`; what a link says wrongly falls back to the default. */
export type ViewState = {
  map: MapView | null;
  layers: readonly LayerState[];
  filter: Filter;
  horizon: number;
  selection: Selection;
  language: Language;
  theme: Theme;
  colourBy: Dimension;
  basemap: Basemap;
  tab: Tab;
  tool: Tool;
  searchText: string;
  listSort: ListSort;
  listScope: ListScope;
  citedParagraph: string | null;
  citedMark: string | null;
  reading: string | null;
  shownParagraph: string | null;
  textQuery: string;
  page: Page;
  gapRule: string | null;
  gapKind: string | null;
  panoramaChain: string;
};

const SEARCH_LENGTH = 100;
/** What servers and proxies take as one line is 8 kB at least, and the rest of the view needs some of it. */
const LONGEST_IN_QUERY = 4000;
const CODE = /^[a-z0-9][a-z0-9-]{0,79}$/;

function codes(vocabulary: string, value: string | null): string[] {
  const known = (value ?? "").split(",").filter((code) => term(vocabulary, code));
  return [...new Set(known)];
}

/**
 * Links from before there was one filter named each dimension. A filter that is too long for the line of a request stands
 * behind the #, which is not sent.
 */
function readFilter(query: URLSearchParams, hash: string): Filter {
  const filter = parseFilter(query.get("filter") ?? new URLSearchParams(hash.replace(/^#/, "")).get("filter") ?? "");
  const older = (dimension: Dimension) =>
    filter[dimension].length > 0 ? filter[dimension] : codes(dimension, query.get(dimension));
  return { ...filter, industry_chain: older("industry_chain"), plan_status: older("plan_status") };
}

const code = (value: string | null): string | null => (value !== null && CODE.test(value) ? value : null);

function inRange(value: number, from: number, to: number): boolean {
  return Number.isFinite(value) && value >= from && value <= to;
}

export function parseMap(hash: string): MapView | null {
  const found = /(?:^#|&)map=(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)(?:&|$)/.exec(hash);
  if (!found) return null;
  const [zoom, lat, lon] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return inRange(zoom, 1, 22) && inRange(lat, -85, 85) && inRange(lon, -180, 180) ? { zoom, lat, lon } : null;
}

export function serialiseMap(map: MapView | null): string {
  if (!map) return "";
  // four decimals are 10 m: what the map itself rounds its centre to
  return `#map=${Number(map.zoom.toFixed(2))}/${map.lat.toFixed(4)}/${map.lon.toFixed(4)}`;
}

/** `a,b:0.5,-c`: bottom to top; `-` is switched off in its place; a layer that is not named is off. */
export function parseLayers(value: string | null): readonly LayerState[] {
  if (!value) return defaultLayers;
  const known = new Set(defaultLayers.map((layer) => layer.id));
  const named: LayerState[] = [];
  for (const entry of value.split(",")) {
    const [, off, id, opacity] = /^(-?)([a-z0-9-]+?)(?::(0|1|0?\.\d+))?$/.exec(entry) ?? [];
    if (!id || !known.delete(id)) continue;
    named.push({ id, visible: off === "", opacity: opacity === undefined ? 1 : Number(opacity) });
  }
  if (named.length === 0) return defaultLayers;
  const rest = defaultLayers.filter((layer) => known.has(layer.id)).map((layer) => ({ ...layer, visible: false }));
  return [...rest, ...named];
}

export function serialiseLayers(layers: readonly LayerState[]): string {
  const write = ({ id, visible, opacity }: LayerState) =>
    `${visible ? "" : "-"}${id}${opacity === 1 ? "" : `:${Number(opacity.toFixed(2))}`}`;
  const written = layers.map(write).join(",");
  return written === defaultLayers.map(write).join(",") ? "" : written;
}

function parseSelection(value: string | null): Selection {
  const [collection, code, ...rest] = (value ?? "").split("/");
  if (!collection || !code || rest.length > 0) return { kind: "none" };
  if (collection === "industry-cluster") {
    return term("industry_cluster", code) ? { kind: "industry-cluster", code } : { kind: "none" };
  }
  const known = defaultLayers.some((layer) => layer.id === collection);
  return known && CODE.test(code) ? { kind: "feature", collection, code } : { kind: "none" };
}

function serialiseSelection(chosen: Selection): string {
  if (chosen.kind === "none") return "";
  return `${chosen.kind === "feature" ? chosen.collection : chosen.kind}/${chosen.code}`;
}

export function parseView(search: string, hash: string): ViewState {
  const query = new URLSearchParams(search);
  const year = Number(query.get("horizon"));
  return {
    map: parseMap(hash),
    layers: parseLayers(query.get("layers")),
    filter: readFilter(query, hash),
    horizon: product.horizons.some((stop) => stop.year === year) ? year : product.default_horizon,
    selection: parseSelection(query.get("select")),
    language: oneOf(LANGUAGES, query.get("lang")),
    theme: oneOf(THEMES, query.get("theme")),
    colourBy: oneOf(DIMENSIONS, query.get("colour")),
    basemap: oneOf(BASEMAPS, query.get("basemap")),
    tab: oneOf(TABS, query.get("tab")),
    tool: oneOf(TOOLS, query.get("tool")),
    searchText: (query.get("q") ?? "").slice(0, SEARCH_LENGTH),
    listSort: oneOf(SORTS, query.get("sort")),
    listScope: oneOf(SCOPES, query.get("show")),
    citedParagraph: code(query.get("cite")),
    citedMark: parseMark(query.get("mark")) ? query.get("mark") : null,
    reading: code(query.get("read")),
    shownParagraph: code(query.get("paragraph")),
    textQuery: (query.get("find") ?? "").slice(0, SEARCH_LENGTH),
    page: oneOf(PAGES, query.get("view")),
    gapRule: code(query.get("rule")),
    gapKind: code(query.get("kind")),
    panoramaChain: term("industry_chain", query.get("chain") ?? "")?.code ?? firstChain,
  };
}

/** Only what differs from the default is written, so that a plain address is the plain view. */
export function serialiseView(view: ViewState): string {
  const chosen = view.selection;
  const filter = readable(printFilter(view.filter));
  const isLong = filter.length > LONGEST_IN_QUERY;
  const unless = (value: string, usual: string) => (value === usual ? "" : value);
  const written: [string, string][] = [
    ["layers", serialiseLayers(view.layers)],
    ["filter", isLong ? "" : printFilter(view.filter)],
    ["horizon", unless(String(view.horizon), String(product.default_horizon))],
    ["select", serialiseSelection(chosen)],
    ["cite", view.citedParagraph ?? ""],
    ["mark", view.citedMark ?? ""],
    ["paragraph", view.shownParagraph ?? ""],
    ["view", unless(view.page, PAGES[0])],
    ["chain", unless(view.panoramaChain, firstChain)],
    ["rule", view.gapRule ?? ""],
    ["kind", view.gapKind ?? ""],
    ["tab", unless(view.tab, TABS[0])],
    ["read", view.reading ?? ""],
    ["find", view.textQuery],
    ["sort", unless(view.listSort, SORTS[0])],
    ["show", unless(view.listScope, SCOPES[0])],
    ["colour", unless(view.colourBy, DIMENSIONS[0])],
    ["basemap", unless(view.basemap, BASEMAPS[0])],
    ["tool", unless(view.tool, TOOLS[0])],
    ["lang", unless(view.language, LANGUAGES[0])],
    ["theme", unless(view.theme, THEMES[0])],
    ["q", view.searchText],
  ];
  const query = written
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join("&");
  const hash = [serialiseMap(view.map).replace("#", ""), isLong ? `filter=${filter}` : ""].filter(
    (part) => part !== "",
  );
  return `${query ? `?${query}` : ""}${hash.length > 0 ? `#${hash.join("&")}` : ""}`;
}

/** What is legal in a query and left alone lets a person read the link. An apostrophe is not: browsers write %27. */
function readable(value: string): string {
  return encodeURIComponent(value)
    .replace(/%(?:2C|2F|3A|3D)/g, decodeURIComponent)
    .replaceAll("%20", "+")
    .replaceAll("'", "%27");
}
