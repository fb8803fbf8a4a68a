import type { PlanFeature } from "../api/types.ts";
import { catalogue, type GeometryKind, kindOfCollection, kindOfGeometry } from "../catalogue.ts";

/** The style table: one entry a layer in symbols.json of the catalogue, shared by map, legend and print. */

export type ThemeName = "light" | "dark";
export type RoadStyle = {
  fill: string;
  line: string;
  width: number;
  fill_width: number;
  centre?: string;
};
export type LayerStyle = {
  kind: GeometryKind;
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

/** The entry of a collection; one without an entry, as an uploaded overlay, takes the fallback of its geometry. */
export function layerStyle(collection: string, geometryType?: string): LayerStyle {
  const kind = geometryType ? kindOfGeometry(geometryType) : kindOfCollection(collection);
  return symbols.layers[collection] ?? (symbols.layers[symbols.fallback[kind]] as LayerStyle);
}

export type StatusLook = { dash?: number[]; fill_dash?: number[] };

/** How a line of a status is broken, so that no colour is needed to tell; a status without an entry is whole. */
export function statusLook(collection: string, status: string): StatusLook {
  const looks = layerStyle(collection).statuses as Record<string, StatusLook> | undefined;
  return looks?.[status] ?? {};
}

export function labelStyle(name: string): LabelStyle {
  return symbols.labels[name] ?? (symbols.labels.point as LabelStyle);
}

/** A colour by its name in the palette; a plain colour passes through. */
export function colour(theme: ThemeName, name: string | undefined): string {
  if (!name) return symbols.palette[theme].neutral ?? "#888";
  return symbols.palette[theme][name] ?? name;
}

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
