import { roundReference } from "../../symbols/cells.ts";
import { keyOf, type TileAddress } from "./address.ts";
import { chooseTiles } from "./choose.ts";
import type { TileLook } from "./look.ts";
import { type Aim, bytesOf, callOff, type Entry, newEntry, type ShownTile, settle, waitOf } from "./tile-entry.ts";
import type { TilePainter } from "./worker-pool.ts";

/** Where tiles come from now: `key` names the filter. */
export type TileSource = { key: string; hrefOf: (tile: TileAddress) => string };

const AT_ONCE = 3;
const FRESH_MS = 10_000;
const MOST_PICTURE_BYTES = 48_000_000;

/** Which tiles of a collection are wanted, under way, held and shown; asks for the missing ones and forgets the oldest. */
export class TileCache {
  readonly #workerPool: TilePainter;
  readonly #onChange: () => void;
  readonly #entries = new Map<string, Entry>();
  #wanted: Entry[] = [];
  #displayed = new Set<Entry>();
  #source: TileSource = { key: "", hrefOf: () => "" };
  #look: Omit<TileLook, "references"> | null = null;
  /** Counts the calls of `want`: what was used last has the highest number. */
  #clock = 0;
  #retry = 0;
  #latest = { etag: "", at: 0 };

  constructor(workerPool: TilePainter, onChange: () => void) {
    this.#workerPool = workerPool;
    this.#onChange = onChange;
  }

  /** What is to be shown now; whatever is under way for anything else is called off. */
  want(addresses: readonly TileAddress[], from: TileSource, as: Omit<TileLook, "references">): void {
    this.#clock += 1;
    this.#source = from;
    this.#look = as;
    const next = addresses.map((address) => this.#entryOf(address));
    for (const entry of this.#wanted) if (!next.includes(entry)) callOff(entry);
    this.#wanted = next;
    for (const entry of next) entry.used = this.#clock;
    this.refresh();
  }

  /** What there is to show for it, without holes and without anything twice. */
  shown(): ShownTile[] {
    const tiles = chooseTiles(
      this.#wanted.map(({ address }) => address),
      (address) => this.#shownAt(address) !== null,
    );
    this.#displayed = new Set(tiles.map((address) => this.#entryOf(address)));
    for (const entry of this.#displayed) entry.used = this.#clock;
    this.#tidy();
    return tiles.flatMap((address) => this.#shownAt(address) ?? []);
  }

  /** Asks again for what failed, without waiting. */
  retry(): void {
    for (const entry of this.#entries.values()) entry.failure = null;
    this.refresh();
  }

  /** Asks for what is wanted and neither there nor under way, a few at once. */
  refresh(): void {
    window.clearTimeout(this.#retry);
    if (!this.#look) return;
    const { key: source, hrefOf } = this.#source;
    const look: TileLook = { ...this.#look, references: this.#references() };
    const lookKey = JSON.stringify(look);
    let running = this.#wanted.filter(({ job }) => job).length;
    let soonest = Number.POSITIVE_INFINITY;
    const now = Date.now();
    for (const entry of this.#wanted) {
      const aim = { href: hrefOf(entry.address), source, look, lookKey };
      if (entry.job && entry.job.aim !== nameOf(aim)) {
        callOff(entry);
        running -= 1;
      }
      if (entry.job) continue;
      const { shown } = entry;
      const isRight = shown?.href === aim.href && shown.look === lookKey;
      if (isRight && now - shown.fetchedAt < FRESH_MS) continue;
      const wait = waitOf(entry, source, now);
      if (wait > 0) {
        soonest = Math.min(soonest, wait);
        continue;
      }
      if (running >= AT_ONCE) continue;
      running += 1;
      this.#start(entry, aim, isRight ? { etag: shown.etag, href: aim.href } : null);
    }
    if (Number.isFinite(soonest)) this.#retry = window.setTimeout(() => this.refresh(), soonest + 20);
  }

  /** The ETag of the tile that was fetched last, and when. */
  latest = (): { etag: string; at: number } => this.#latest;

  state(): "loading" | "failed" | "ready" {
    const { key, hrefOf } = this.#source;
    if (this.#wanted.some(({ failure, job }) => failure?.source === key && !job)) return "failed";
    const isReady = this.#wanted.every(({ shown, job, address }) => shown?.href === hrefOf(address) && !job);
    return isReady ? "ready" : "loading";
  }

  close(): void {
    window.clearTimeout(this.#retry);
    for (const { job } of this.#entries.values()) job?.controller.abort();
    this.#entries.clear();
    this.#wanted = [];
  }

  /** `shown`: what is there already and right, so that only another revision is painted. */
  #start(entry: Entry, aim: Aim, shown: { etag: string; href: string } | null): void {
    const controller = new AbortController();
    const job = { aim: nameOf(aim), controller };
    entry.job = job;
    const ask = { tile: entry.address, href: aim.href, look: aim.look, shown, freshMs: FRESH_MS };
    void this.#workerPool.make(ask, controller.signal).then((outcome) => {
      // whoever was called off has been replaced, or is not wanted any more
      if (entry.job !== job) return;
      settle(entry, outcome, aim);
      if (outcome.kind === "painted" && outcome.fetchedAt >= this.#latest.at)
        this.#latest = { etag: outcome.etag, at: outcome.fetchedAt };
      this.refresh();
      this.#onChange();
    });
  }

  #entryOf(address: TileAddress): Entry {
    const key = keyOf(address);
    const entry = this.#entries.get(key) ?? newEntry(address);
    this.#entries.set(key, entry);
    return entry;
  }

  #shownAt = (address: TileAddress): ShownTile | null => this.#entries.get(keyOf(address))?.shown ?? null;

  /** The largest symbol of a collection stands for its largest number at this zoom and filter, rounded up. */
  #references(): Record<string, number> {
    const most: Record<string, number> = {};
    for (const { shown, address } of this.#entries.values()) {
      if (!shown || shown.source !== this.#source.key || address.z !== this.#wanted[0]?.address.z) continue;
      for (const layer of shown.layers)
        if (layer.most > 0) most[layer.collection] = Math.max(most[layer.collection] ?? 0, layer.most);
    }
    return Object.fromEntries(Object.entries(most).map(([id, number]) => [id, roundReference(number)]));
  }

  /** Pictures that are neither shown nor wanted go, the longest unused first, when there are too many. */
  #tidy(): void {
    const spare = [...this.#entries.values()]
      .filter((entry) => !this.#wanted.includes(entry) && !this.#displayed.has(entry))
      .sort((a, b) => b.used - a.used);
    let bytes = [...this.#wanted, ...this.#displayed].reduce((sum, entry) => sum + bytesOf(entry), 0);
    for (const entry of spare) {
      bytes += bytesOf(entry) + 1000;
      const isOld = entry.shown?.source !== this.#source.key;
      if (isOld || bytes > MOST_PICTURE_BYTES) this.#entries.delete(keyOf(entry.address));
    }
  }
}

const nameOf = ({ href, lookKey }: Aim): string => `${href} ${lookKey}`;
