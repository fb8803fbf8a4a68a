import type { Problem } from "../../api/types.ts";
import { roundReference } from "../../symbols/cells.ts";
import { keyOf, type TileAddress } from "./address.ts";
import { chooseTiles } from "./choose.ts";
import type { FeatureColumns } from "./columns.ts";
import type { Thinned } from "./decode.ts";
import type { PictureFrame, TileLook } from "./look.ts";
import type { PaintedLayer } from "./picture.ts";
import type { TilePainter } from "./worker-pool.ts";

/** Which tiles of a collection are wanted, under way, held and shown; asks for the missing ones and forgets the oldest. */

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
/** Where tiles come from now: `key` names the filter. */
export type TileSource = { key: string; hrefOf: (tile: TileAddress) => string };

type Entry = {
  address: TileAddress;
  shown: ShownTile | null;
  job: { aim: string; controller: AbortController } | null;
  failure: { problem: Problem; source: string; at: number; times: number } | null;
  used: number;
};

const AT_ONCE = 3;
const FRESH_MS = 10_000;
const MOST_PICTURE_BYTES = 48_000_000;
const RETRY_MS = 2000;
const RETRY_AT_MOST_MS = 60_000;

export function createTileCache(workerPool: TilePainter, onChange: () => void) {
  const entries = new Map<string, Entry>();
  let wanted: Entry[] = [];
  let displayed = new Set<Entry>();
  let source: TileSource = { key: "", hrefOf: () => "" };
  let look: Omit<TileLook, "references"> | null = null;
  let clock = 0;
  let retry = 0;
  let revision = "";
  let latest = 0;

  /** The largest symbol of a collection stands for its largest number at this zoom and filter, rounded up. */
  const references = (): Record<string, number> => {
    const most: Record<string, number> = {};
    for (const { shown, address } of entries.values()) {
      if (!shown || shown.source !== source.key || address.z !== wanted[0]?.address.z) continue;
      for (const layer of shown.layers)
        if (layer.most > 0) most[layer.collection] = Math.max(most[layer.collection] ?? 0, layer.most);
    }
    return Object.fromEntries(Object.entries(most).map(([id, number]) => [id, roundReference(number)]));
  };

  const entryOf = (address: TileAddress): Entry => {
    const key = keyOf(address);
    let entry = entries.get(key);
    if (!entry) {
      entry = { address, shown: null, job: null, failure: null, used: 0 };
      entries.set(key, entry);
    }
    return entry;
  };
  const shownAt = (address: TileAddress) => entries.get(keyOf(address))?.shown ?? null;

  const pump = () => {
    window.clearTimeout(retry);
    if (!look) return;
    const full: TileLook = { ...look, references: references() };
    const lookKey = JSON.stringify(full);
    let running = wanted.filter(({ job }) => job).length;
    let soonest = Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const entry of wanted) {
      const { shown, failure } = entry;
      const href = source.hrefOf(entry.address);
      const aim = `${href} ${lookKey}`;
      if (entry.job && entry.job.aim !== aim) {
        entry.job.controller.abort();
        entry.job = null;
        running -= 1;
      }
      if (entry.job) continue;
      const isRight = shown?.href === href && shown.look === lookKey;
      if (isRight && now - shown.fetchedAt < FRESH_MS) continue;
      if (failure && failure.source === source.key) {
        const wait = failure.at + Math.min(RETRY_AT_MOST_MS, RETRY_MS * 2 ** (failure.times - 1)) - now;
        if (wait > 0) {
          soonest = Math.min(soonest, wait);
          continue;
        }
      }
      if (running >= AT_ONCE) continue;
      running += 1;
      start(entry, { href, aim, lookKey, full, shown: isRight ? { etag: shown.etag, href } : null });
    }
    if (Number.isFinite(soonest)) retry = window.setTimeout(pump, soonest + 20);
  };

  type Aim = {
    href: string;
    aim: string;
    lookKey: string;
    full: TileLook;
    shown: { etag: string; href: string } | null;
  };
  const start = (entry: Entry, { href, aim, lookKey, full, shown }: Aim) => {
    const controller = new AbortController();
    const job = { aim, controller };
    const from = source.key;
    entry.job = job;
    const ask = { tile: entry.address, href, look: full, shown, freshMs: FRESH_MS };
    void workerPool.make(ask, controller.signal).then((outcome) => {
      // whoever was called off has been replaced, or is not wanted any more
      if (entry.job !== job) return;
      entry.job = null;
      if (outcome.kind === "failed") {
        const times = entry.failure?.source === from ? entry.failure.times + 1 : 1;
        entry.failure = { problem: outcome.problem, source: from, at: Date.now(), times };
        // What another filter left would be wrong for as long as this one fails.
        if (entry.shown && entry.shown.source !== from) entry.shown = null;
      } else {
        entry.failure = null;
        if (outcome.kind === "same") {
          if (entry.shown) entry.shown = { ...entry.shown, fetchedAt: outcome.fetchedAt };
        } else {
          const { etag, fetchedAt, tile } = outcome;
          if (fetchedAt >= latest) revision = etag;
          latest = Math.max(latest, fetchedAt);
          entry.shown = {
            address: entry.address,
            href,
            source: from,
            look: lookKey,
            zoom: full.zoom,
            etag,
            fetchedAt,
            layers: tile.layers.map(onThePage),
            thinned: tile.thinned,
          };
        }
      }
      pump();
      onChange();
    });
  };

  /** Pictures that are neither shown nor wanted go, the longest unused first, when there are too many. */
  const tidy = () => {
    const spare = [...entries.values()]
      .filter((entry) => !wanted.includes(entry) && !displayed.has(entry))
      .sort((a, b) => b.used - a.used);
    let bytes = [...wanted, ...displayed].reduce((sum, entry) => sum + bytesOf(entry), 0);
    for (const entry of spare) {
      bytes += bytesOf(entry) + 1000;
      const isOld = entry.shown?.source !== source.key;
      if (isOld || bytes > MOST_PICTURE_BYTES) entries.delete(keyOf(entry.address));
    }
  };

  return {
    /** What is to be shown now; whatever is under way for anything else is called off. */
    want(addresses: readonly TileAddress[], from: TileSource, as: Omit<TileLook, "references">): void {
      clock += 1;
      source = from;
      look = as;
      const next = addresses.map(entryOf);
      for (const entry of wanted) {
        if (next.includes(entry) || !entry.job) continue;
        entry.job.controller.abort();
        entry.job = null;
      }
      wanted = next;
      for (const entry of wanted) entry.used = clock;
      pump();
    },
    /** What there is to show for it, without holes and without anything twice. */
    shown(): ShownTile[] {
      const tiles = chooseTiles(
        wanted.map(({ address }) => address),
        (address) => shownAt(address) !== null,
      );
      displayed = new Set(tiles.map(entryOf));
      for (const entry of displayed) entry.used = clock;
      tidy();
      return tiles.flatMap((address) => shownAt(address) ?? []);
    },
    /** Asks again for what failed, without waiting. */
    retry(): void {
      for (const entry of entries.values()) entry.failure = null;
      pump();
    },
    refresh: pump,
    /** The ETag of the tile that was fetched last, and when. */
    latest: () => ({ etag: revision, at: latest }),
    state(): "loading" | "failed" | "ready" {
      if (wanted.some(({ failure, job }) => failure?.source === source.key && !job)) return "failed";
      const isReady = wanted.every(({ shown, job, address }) => shown?.href === source.hrefOf(address) && !job);
      return isReady ? "ready" : "loading";
    },
    close(): void {
      window.clearTimeout(retry);
      for (const { job } of entries.values()) job?.controller.abort();
      entries.clear();
      wanted = [];
    },
  };
}

const bytesOf = ({ shown }: Entry): number =>
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
