import type { PlanFeature } from "../api/types.ts";
import { catalogue, type GeometryKind, kindOfCollection, kindOfGeometry } from "../catalogue.ts";

/** The style table: one entry a layer in symbols.json of the catalogue, shared by map, legend and print. */

export type ThemeName = "light" | "dark";
/** How a collection is drawn where its geometry alone does not say it; the builders of the map have one for each. */
export type Drawing =
  | "boundary"
  | "division"
  | "cluster"
  | "core"
  | "belt"
  | "axis"
  | "park"
  | "river"
  | "water"
  | "road"
  | "railway"
  | "hub";
export type RoadStyle = {
  fill: string;
  line: string;
  width: number;
  fill_width: number;
  centre?: string;
};
export type LayerStyle = {
  kind: GeometryKind;
  /** Without one it is drawn as its geometry is: a sign, a line, an area whose fill says the status. */
  drawing?: Drawing;
  /** The signs that stand for it in the legend, each with a chain. */
  samples?: { shape: string; industry_chain: string }[];
  /** Opacity while something else is selected. */
  fade: number;
  min_zoom?: number;
  label?: string;
  tint?: string;
  fill?: string;
  fill_opacity?: number;
  fill_opacity_dark?: number;
  fill_width?: number;
  line?: string;
  line_opacity?: number;
  width?: number;
  dash?: number[];
  casing?: number;
  /** The character of a sign whose features have none of their own. */
  char?: string;
  [extra: string]: unknown;
};
export type LabelStyle = {
  priority: number;
  size: number;
  weight: number;
  colour?: string;
  halo: number;
  family?: "song";
  slant?: number;
  second?: number;
  spacing?: number;
  /** Along a line: distance from glyph to glyph, in sizes. */
  spread?: number;
  min_zoom?: number;
};
/** The outline of a marker and where its character stands, in radii; y downwards. */
type MarkerShape = { outline: [number, number][]; dash?: number[]; char_size?: number; char_drop?: number };
type SymbolTable = {
  palette: Record<ThemeName, Record<string, string>>;
  ground: {
    grid_km: { min_zoom: number; km: number }[];
    neighbours: { zh: string; en: string; lon: number; lat: number }[];
  };
  tints: Record<string, string>;
  layers: Record<string, LayerStyle>;
  fallback: Record<GeometryKind, string>;
  status_fill: Record<string, { fill_opacity: number; pattern?: "hatch"; pattern_opacity?: number }>;
  marker_shapes: Record<string, MarkerShape>;
  labels: Record<string, LabelStyle>;
};

export const symbols = catalogue.symbols as unknown as SymbolTable;

/** The entry of a collection; one without an entry, as an uploaded overlay, takes the neutral one of its geometry. */
export function layerStyle(collection: string, geometryType?: string): LayerStyle {
  const own = symbols.layers[collection];
  if (own) return own;
  return neutral[geometryType ? kindOfGeometry(geometryType) : kindOfCollection(collection)];
}

/** Sizes and label of the fallback of a geometry, but not its drawing, its character and its samples: these say what it is. */
const neutral: Readonly<Record<GeometryKind, LayerStyle>> = {
  area: neutralOf("area"),
  line: neutralOf("line"),
  point: neutralOf("point"),
};

function neutralOf(kind: GeometryKind): LayerStyle {
  const { drawing: _, char: __, samples: ___, ...rest } = symbols.layers[symbols.fallback[kind]] ?? { fade: 1 };
  return { ...rest, kind };
}

export const drawingOf = (collection: string): Drawing | undefined => symbols.layers[collection]?.drawing;

/** The collections that are drawn in a way. */
export const drawnAs = (drawing: Drawing): readonly string[] =>
  Object.keys(symbols.layers).filter((id) => drawingOf(id) === drawing);

/** Of a package whose table says nothing of names. */
const PLAIN_LABEL: LabelStyle = { priority: 50, size: 12, weight: 600, halo: 3, min_zoom: 14 };

export type StatusLook = { dash?: number[]; fill_dash?: number[] };

/**
 * How a line of a status is broken, so that no colour is needed to tell; a status without an entry is whole. A collection
 * that does not say it is told apart as roads are.
 */
export function statusLook(collection: string, status: string): StatusLook {
  const looks = (layerStyle(collection).statuses ?? roadStatuses) as Record<string, StatusLook> | undefined;
  return looks?.[status] ?? {};
}

const roadStatuses = drawnAs("road").map((id) => symbols.layers[id]?.statuses)[0];

export function labelStyle(name: string): LabelStyle {
  return symbols.labels[name] ?? symbols.labels.point ?? PLAIN_LABEL;
}

/** A colour by its name in the palette; a plain colour passes through, what a package has no colour for is neutral. */
export function colour(theme: ThemeName, name: string | undefined): string {
  const own = name && (symbols.palette[theme][name] ?? (NAME.test(name) ? undefined : name));
  return own || (symbols.palette[theme].neutral ?? "#888");
}

const NAME = /^[a-z][a-z0-9-]*$/;

/** The palette family of a feature of structure (`tint-violet`, `belt-teal` …): its own word, the table's, the layer's. */
export function tintOf(
  style: LayerStyle,
  code: string,
  properties?: Pick<PlanFeature, "properties">["properties"],
): string {
  const own = properties?.tint;
  if (typeof own === "string" && own in symbols.palette.light) return own;
  return symbols.tints[code] ?? style.tint ?? style.fill ?? "neutral";
}

export function number(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
