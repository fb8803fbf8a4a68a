import type { Geometry, Position } from "geojson";
import type { PlanFeature } from "../../api/types.ts";
import type { Appearance } from "../../features/plan.ts";
import { confirmedOf } from "../../features/status-shown.ts";
import type { Dimension } from "../../filter/filter.ts";
import { metresPerPixelAt, toUnit, worldSize } from "../../geo/mercator.ts";
import type { PageLanguage } from "../../language/view.ts";
import type { BadgeMeasure } from "../../symbols/badge.ts";
import type { Point, Primitive } from "../../symbols/primitives.ts";
import { colour, layerStyle, type ThemeName } from "../../symbols/style.ts";
import type { Bubble } from "../../unplaced/bubbles.ts";
import type { FeatureRef } from "../../viewport/map-link.ts";
import type { LabelRequest } from "../labels/request.ts";

/** Everything a painting depends on: the same context gives the same scene, on screen, in a test and in print. */
export type SceneContext = {
  project: (lon: number, lat: number) => Point;
  width: number;
  height: number;
  zoom: number;
  metresPerPixel: number;
  /** Factor of all widths: 1 at zoom 12.4 on a desk, less on a phone. */
  k: number;
  compact: boolean;
  /** Room for the English second line. */
  wide: boolean;
  theme: ThemeName;
  language: PageLanguage;
  /** Names in a language of investors, by code; what has none there is named in `language`. */
  names?: ReadonlyMap<string, string>;
  horizon: number;
  /** What the badges of the parks are scaled by. */
  badge: BadgeMeasure;
  colourBy: Dimension;
  /** States that staff has confirmed are shown in place of the plan's. */
  confirmed?: boolean;
  /** A raster base map lies below: no ground of our own, areas at 35 %. */
  raster: boolean;
  appearance: (collection: string, feature: PlanFeature) => Appearance;
  selected: FeatureRef | null;
  /** The ranks of the parks that somebody looks for, in place of their own numbers. */
  ranks?: ReadonlyMap<string, number>;
  /** What stands beside the badges of parks, by their codes. */
  bubbles?: ReadonlyMap<string, Bubble>;
  /** How strongly the others of the layer are painted that the selected feature is of; whole unless given. */
  beside?: number;
  /** Collections that come as pictures of tiles: of them the scene paints only what is selected. */
  tiled?: ReadonlySet<string>;
  /** Nobody asks for the names: a picture is painted, and names are set over all of them. */
  nameless?: true;
};

export type HitTarget = {
  ref: FeatureRef;
  kind: "point" | "line" | "area";
  lines: readonly (readonly Point[])[];
  /** Radius of a point, half the painted width of a line. */
  reach: number;
  /** A line that is the outline of an area: what lies inside lies in the feature, though a press there does not open it. */
  encloses?: true;
};

/** What one collection gives to the scene; `over` is painted above the belts (the core city's ring). */
export type ScenePart = { under: Primitive[]; over: Primitive[]; labels: LabelRequest[]; hits: HitTarget[] };

export function emptyPart(): ScenePart {
  return { under: [], over: [], labels: [], hits: [] };
}

/** The state that a feature is painted by. */
export const statusOf = (context: SceneContext, feature: PlanFeature): string =>
  confirmedOf(feature, context.confirmed === true) ?? feature.properties.plan_status;

export const ink = (context: SceneContext, name: string | undefined): string => colour(context.theme, name);

/** Widths follow the zoom gently: a plan sheet keeps its weights. */
export function widthFactor(zoom: number, compact: boolean): number {
  return Math.min(1.5, Math.max(0.62, 2 ** ((zoom - 12.4) * 0.3))) * (compact ? 0.86 : 1);
}

/** A view of the screen: its top left corner in world pixels. */
export function screenProjection(zoom: number, left: number, top: number): (lon: number, lat: number) => Point {
  const size = worldSize(zoom);
  return (lon, lat) => {
    const [x, y] = toUnit(lon, lat);
    return [x * size - left, y * size - top];
  };
}

export { metresPerPixelAt };

/** The lines or rings of a geometry in pixels; empty for points and for what is not placed. */
export function shapeOf(context: SceneContext, geometry: Geometry | null): Point[][] {
  const ring = (positions: Position[]): Point[] =>
    positions.map(([lon, lat]) => context.project(lon as number, lat as number));
  switch (geometry?.type) {
    case "LineString":
      return [ring(geometry.coordinates)];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.map(ring);
    case "MultiPolygon":
      return geometry.coordinates.flatMap((polygon) => polygon.map(ring));
    default:
      return [];
  }
}

export function pointOf(context: SceneContext, geometry: Geometry | null): Point | null {
  if (geometry?.type === "Point")
    return context.project(geometry.coordinates[0] as number, geometry.coordinates[1] as number);
  if (geometry?.type === "MultiPoint" && geometry.coordinates[0]) {
    const [lon, lat] = geometry.coordinates[0];
    return context.project(lon as number, lat as number);
  }
  return null;
}

export const FADED = 0.35;

/** How strongly a feature is painted; null when it has left. */
export function strengthOf(context: SceneContext, collection: string, feature: PlanFeature): number | null {
  const look = context.appearance(collection, feature);
  if (look === "hidden") return null;
  const beside = isSelected(context, collection, feature.id) ? 1 : (context.beside ?? 1);
  if (look === "normal") return beside;
  // A layer that fades beside a selection does not take its faded features below what can be seen.
  return (context.selected ? Math.min(1, FADED / layerStyle(collection).fade) : FADED) * beside;
}

export function isSelected(context: SceneContext, collection: string, code: string): boolean {
  return context.selected?.collection === collection && context.selected.code === code;
}

export function nameOf(context: SceneContext, feature: PlanFeature): { text: string; second?: string } {
  const own = context.names?.get(feature.id);
  if (own) return { text: own };
  const { name_zh, name_en } = feature.properties;
  // Chinese fonts paint the curly apostrophe as wide as a character.
  const english = name_en?.replaceAll("’", "'");
  if (context.language === "en") return { text: english ?? name_zh };
  return context.wide && english ? { text: name_zh, second: english } : { text: name_zh };
}
