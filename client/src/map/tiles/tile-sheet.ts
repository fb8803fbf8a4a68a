import { untracked } from "@preact/signals";
import type { PlanFeature } from "../../api/types.ts";
import { areLargeKnown, largeCollections } from "../../features/large.ts";
import { tileAddress } from "../../features/tile-requests.ts";
import { filterParameters } from "../../filter/query.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { FeatureRef } from "../../viewport/map-link.ts";
import type { Frame } from "../frame.ts";
import type { HitTarget, SceneContext } from "../scene/context.ts";
import { signRadius } from "../scene/points.ts";
import { type TileAddress, tilesOver } from "./address.ts";
import { featureOf, type Kind, textsOf } from "./columns.ts";
import type { Thinned } from "./decode.ts";
import { placePictures } from "./panes.ts";
import { type CellOnScreen, cellsOf, targetsNear, type VisibleLayer, visibleLayers } from "./press.ts";
import { TileCache } from "./tile-cache.ts";
import { workerPool } from "./worker-pool.ts";

/** The large collections on the map: which tiles, in which panes, and what of them can be pressed and named. */

/** Half of the widest stroke that a line is painted with. */
const LINE_REACH_PX = 3.2;

export function createTileSheet(pixelRatio: () => number, onChange: () => void) {
  const caches = new Map<string, TileCache>();
  let visible: VisibleLayer[] = [];
  let thinned: Thinned[] = [];
  let context: SceneContext | null = null;
  let frame: Frame | null = null;
  let panes: ReadonlyMap<string, HTMLElement> = new Map();

  /** A cache for each collection: another filter of one does not touch the others. Without large collections no worker starts. */
  const cacheOf = (collection: string): TileCache => {
    const cache = caches.get(collection) ?? new TileCache(workerPool(), onChange);
    caches.set(collection, cache);
    return cache;
  };
  const reachOf = (collection: string, kind: Kind): number => {
    if (kind !== "point" || !context) return kind === "line" ? LINE_REACH_PX * (context?.k ?? 1) : 0;
    return signRadius(context, collection) * 1.2;
  };

  const all = <Result>(ask: (cache: TileCache) => Result): Result[] => [...caches.values()].map(ask);

  /** The pictures that are there, each in its place. */
  const place = (): void => {
    if (!frame) return;
    visible = [];
    thinned = [];
    for (const [collection, pane] of panes) {
      const tiles = cacheOf(collection).shown();
      placePictures(pane, collection, tiles, frame);
      visible.push(...visibleLayers(tiles, frame));
      thinned.push(...tiles.flatMap((tile) => tile.thinned));
    }
  };

  return {
    /** The collections that are painted from tiles. */
    collections: (): ReadonlySet<string> => new Set(largeCollections.peek().keys()),
    /** A new frame, or another filter or look: asks for what is missing of these collections. */
    want(now: SceneContext, over: Frame, names: readonly string[]): void {
      const { zoom, compact, wide, theme, language, colourBy, raster } = now;
      const look = { zoom, compact, wide, theme, language, colourBy, raster, pixelRatio: pixelRatio() };
      for (const [collection, cache] of caches) {
        if (names.includes(collection)) continue;
        cache.close();
        caches.delete(collection);
      }
      for (const collection of names) {
        const filter = untracked(() => filterParameters(collection));
        const hrefOf = (tile: TileAddress) => tileAddress(collection, tile, filter);
        cacheOf(collection).want(tilesOver(over), { key: filter.toString(), hrefOf }, look);
      }
    },
    /** Shows what there is of what is wanted. */
    show(now: SceneContext, over: Frame, into: ReadonlyMap<string, HTMLElement>): void {
      context = now;
      frame = over;
      panes = into;
      place();
    },
    place,
    visible: (): readonly VisibleLayer[] => visible,
    /** What the tiles in sight say that they leave out. */
    thinned: (): readonly Thinned[] => thinned,
    near: (at: Point, tolerance: number): HitTarget[] => targetsNear(visible, at, reachOf, tolerance),
    cells: (): CellOnScreen[] => (frame ? cellsOf(visible, frame.zoom) : []),
    /** As much of a feature as the tiles in sight know. */
    find({ collection, code }: FeatureRef): PlanFeature | null {
      for (const { layer, tile } of visible) {
        if (layer.collection !== collection) continue;
        const index = textsOf(layer.columns, "codes").indexOf(code);
        if (index >= 0) return featureOf(layer.columns, index, tile.address);
      }
      return null;
    },
    /** The ETag of the tile that came last. */
    revision: (): string => all((cache) => cache.latest()).sort((a, b) => b.at - a.at)[0]?.etag ?? "",
    state(): "ready" | "loading" | "failed" {
      if (!untracked(areLargeKnown)) return "loading";
      const states = all((cache) => cache.state());
      return states.includes("failed") ? "failed" : states.includes("loading") ? "loading" : "ready";
    },
    retry: () => void all((cache) => cache.retry()),
    /** Asks whether what is shown is still the latest. */
    renew: () => void all((cache) => cache.refresh()),
    close: () => void all((cache) => cache.close()),
  };
}

export type TileSheet = ReturnType<typeof createTileSheet>;
