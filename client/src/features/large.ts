import { signal } from "@preact/signals";
import { isFrame } from "../catalogue.ts";
import type { TileLayerInfo } from "./tile-requests.ts";

/**
 * Collections with more features than a browser should hold: drawn from tiles, counted by facets, listed in pages.
 * Which they are, the server says (TileJSON). What was fetched of them one by one is kept here, the latest only.
 */
export type LargeCollection = { countedToZoom: number | null };

const notKnownYet: ReadonlyMap<string, LargeCollection> = new Map();

export const largeCollections = signal(notKnownYet);

/** Whether the server has said so: until then nobody can tell that the map has all its tiles. */
export const areLargeKnown = (): boolean => largeCollections.value !== notKnownYet;

export const isLarge = (collection: string): boolean => largeCollections.value.has(collection);

/** The frame of the plan fades instead of leaving, and is a few dozen features at most: it is always held whole. */
export function readLarge(layers: readonly TileLayerInfo[]): ReadonlyMap<string, LargeCollection> {
  return new Map(
    layers
      .filter((layer) => layer["x-large"] && !isFrame(layer.id))
      .map((layer) => [layer.id, { countedToZoom: layer["x-counted-to-zoom"] }]),
  );
}
