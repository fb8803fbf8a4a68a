import type { Problem } from "../../api/types.ts";
import type { TileAddress } from "./address.ts";
import type { FeatureColumns } from "./columns.ts";
import type { Thinned } from "./decode.ts";
import type { PictureFrame, TileLook } from "./look.ts";
import type { Outcome } from "./paint-job.ts";
import type { PaintedLayer } from "./picture.ts";

/** A tile of the cache: what is shown of it, what is under way for it, and how often it has failed. */

export type ShownLayer = {
  collection: string;
  picture: HTMLCanvasElement | null;
  frame: PictureFrame;
  columns: FeatureColumns;
  cells: Float64Array;
  most: number;
};
export type ShownTile = {
  address: TileAddress;
  /** The address it came from, and the filter in it. */
  href: string;
  source: string;
  look: string;
  zoom: number;
  etag: string;
  fetchedAt: number;
  layers: ShownLayer[];
  thinned: Thinned[];
};
/** What a tile is asked for: from where, under which filter, in which look. */
export type Aim = { href: string; source: string; look: TileLook; lookKey: string };

export type Entry = {
  address: TileAddress;
  shown: ShownTile | null;
  job: { aim: string; controller: AbortController } | null;
  failure: { problem: Problem; source: string; at: number; times: number } | null;
  used: number;
};

const RETRY_MS = 2000;
const RETRY_AT_MOST_MS = 60_000;

export const newEntry = (address: TileAddress): Entry => ({ address, shown: null, job: null, failure: null, used: 0 });

export function callOff(entry: Entry): void {
  entry.job?.controller.abort();
  entry.job = null;
}

/** How long a failed tile waits until it is asked for again, in milliseconds; 0 or less: no longer. */
export function waitOf({ failure }: Entry, source: string, now: number): number {
  if (!failure || failure.source !== source) return 0;
  return failure.at + Math.min(RETRY_AT_MOST_MS, RETRY_MS * 2 ** (failure.times - 1)) - now;
}

/** Takes over what has come of a job. */
export function settle(entry: Entry, outcome: Outcome, { href, source, look, lookKey }: Aim): void {
  entry.job = null;
  if (outcome.kind === "failed") {
    const times = entry.failure?.source === source ? entry.failure.times + 1 : 1;
    entry.failure = { problem: outcome.problem, source, at: Date.now(), times };
    // What another filter left would be wrong for as long as this one fails.
    if (entry.shown && entry.shown.source !== source) entry.shown = null;
    return;
  }
  entry.failure = null;
  if (outcome.kind === "same") {
    if (entry.shown) entry.shown = { ...entry.shown, fetchedAt: outcome.fetchedAt };
    return;
  }
  const { etag, fetchedAt, tile } = outcome;
  entry.shown = {
    address: entry.address,
    href,
    source,
    look: lookKey,
    zoom: look.zoom,
    etag,
    fetchedAt,
    layers: tile.layers.map(onThePage),
    thinned: tile.thinned,
  };
}

/** The memory of its pictures. */
export const bytesOf = ({ shown }: Entry): number =>
  shown?.layers.reduce((sum, { picture }) => sum + (picture ? picture.width * picture.height * 4 : 0), 0) ?? 0;

/** A picture from another thread becomes a canvas of the page without being copied. */
function onThePage({ picture, ...layer }: PaintedLayer): ShownLayer {
  if (picture === null || picture instanceof HTMLCanvasElement) return { ...layer, picture };
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture as unknown as ImageBitmap);
  return { ...layer, picture: canvas };
}
