import { signal } from "@preact/signals";
import type { Geometry } from "geojson";
import type { PlanFeature } from "../api/types.ts";

/** What the map tells the panels and the panels ask of the map; panels import no Leaflet, the map imports no Preact. */

export type FeatureRef = { collection: string; code: string };

/** Features drawn in view, ordered by label priority: the listbox of the map. Of a large collection the first ones, with what its tiles say of them. */
export const inView = signal<readonly (FeatureRef & { feature?: PlanFeature })[]>([]);
/** How many features the view holds beyond those of the listbox. */
export const moreInView = signal(0);

/** The last press on the map where several things lie: all of them, the smallest first, of tiles with what they say; and the layers that are shown and have nothing there. */
export type Press = {
  found: readonly (FeatureRef & { feature: PlanFeature | null })[];
  without: readonly string[];
  /** Where it was. */
  at: readonly [lon: number, lat: number];
};
/** Null when it met one thing or none, or something from elsewhere has been opened since. */
export const press = signal<Press | null>(null);

/** What the map does not draw singly: `counted` as cells, `number` in all; `generalised` or `largest`: the small ones are left out. */
export type ThinnedNote = { collection: string; how: "counted" | "reduced"; number: number };
export const thinned = signal<readonly ThinnedNote[]>([]);
/** Rises when tiles show that the plan has changed: what was counted and listed before is old. */
export const planChanges = signal(0);
/** How the tiles fare; `failed` keeps what is there and asks again. */
export const tilesState = signal<"ready" | "loading" | "failed">("ready");
/** Ground metres a CSS pixel stands for at the centre of the map; 0 until the map is there. */
export const metresPerPixel = signal(0);
/** Pixels of the window covered by open panels: "the whole zone" is never under a panel. */
export const insets = signal({ top: 0, right: 0, bottom: 0, left: 0 });
/** The measure tool's result; null while nothing is measured. Geodesic on CGCS2000. */
export const measurement = signal<{ kind: "line" | "area"; points: number; length_m: number; area_m2: number } | null>(
  null,
);

/** The view of the map as SVG while it is printed, `tiled` names the layers that are not in it; null at any other time. */
export const printPicture = signal<{ svg: string; width: number; height: number; tiled: readonly string[] } | null>(
  null,
);

/** Where somebody has pressed with the tool that asks for a place, longitude and latitude; null when nowhere. */
export const pickedPlace = signal<readonly [lon: number, lat: number] | null>(null);

/** A place that somebody proposes, over the plan: as it was and as it shall be, of areas what comes and goes, and what another has made of it meanwhile. */
export type ComparedPlace = {
  before: Geometry | null;
  after: Geometry | null;
  added?: Geometry | null;
  removed?: Geometry | null;
  theirs?: Geometry | null;
};
export const comparedPlaces = signal<readonly ComparedPlace[]>([]);
/** Some are on their way: what draws them comes meanwhile. */
export const comparedSoon = signal(false);
/** Both in one picture, apart by a divider, or one of them alone. */
export const comparedHow = signal<"overlay" | "swipe" | "before" | "after">("overlay");
/** Numbered pins upon the map, muted when what they stand for is done with; the number of the one that was pressed. */
export const mapPins = signal<
  readonly { number: number; place: readonly [lon: number, lat: number]; isMuted: boolean }[]
>([]);
export const pressedPin = signal<number | null>(null);

/** One-shot requests of the panels; the map answers by moving. */
export type MapRequest =
  | { kind: "whole" }
  /** `gently`: only if not all of it can be seen where it is, and no nearer than now. */
  | { kind: "feature"; ref: FeatureRef; gently?: boolean }
  | { kind: "features"; refs: readonly FeatureRef[] }
  /** West, south, east, north. */
  | { kind: "extent"; bounds: readonly [number, number, number, number] }
  | { kind: "zoom"; by: 1 | -1 }
  /** By pixels, to the right and down. */
  | { kind: "pan"; by: [number, number] }
  | { kind: "tiles-again" }
  | { kind: "measure-clear" };
export const mapRequest = signal<MapRequest | null>(null);

/** Whose tiles lie below the plan; named beside the sources of what is drawn. */
export const basemapCredit = signal("");
/** How the raster base map fares: `failed` keeps the last good tiles, `no-key` means that Tianditu has no key configured. */
export const basemapState = signal<"ok" | "failed" | "no-key">("ok");
