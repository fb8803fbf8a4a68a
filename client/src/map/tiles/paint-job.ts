import type { Problem } from "../../api/types.ts";
import { getTile } from "../../features/tile-requests.ts";
import type { TileAddress } from "./address.ts";
import type { TileLook } from "./look.ts";
import { type PaintedTile, paintTile } from "./paint.ts";

/** Fetches tiles and paints them: in a worker, or on the page where there are none. Keeps the bytes of the latest. */

export type Job = {
  tile: TileAddress;
  href: string;
  look: TileLook;
  /** What is shown already: the same revision in the same look is not painted again. */
  shown: { etag: string; href: string } | null;
  /** Bytes younger than this are not asked for again. */
  freshMs: number;
};
export type Outcome =
  | { kind: "painted"; etag: string; fetchedAt: number; tile: PaintedTile }
  | { kind: "same"; fetchedAt: number }
  | { kind: "failed"; problem: Problem };

const MOST_BYTES = 32_000_000;
/** An entry without bytes takes memory too. */
const LEAST_BYTES = 200;

type Held = { bytes: ArrayBuffer | null; etag: string; fetchedAt: number };

export function createPaintJobs() {
  const held = new Map<string, Held>();
  let size = 0;
  const sizeOf = ({ bytes }: Held) => (bytes?.byteLength ?? 0) + LEAST_BYTES;
  const keep = (href: string, value: Held) => {
    forget(href);
    held.set(href, value);
    size += sizeOf(value);
    for (const oldest of held.keys()) {
      if (size <= MOST_BYTES || oldest === href) break;
      forget(oldest);
    }
  };
  const forget = (href: string) => {
    const known = held.get(href);
    if (known) size -= sizeOf(known);
    held.delete(href);
  };

  return async (job: Job, signal: AbortSignal): Promise<Outcome> => {
    const known = held.get(job.href);
    let now = known;
    if (!known || Date.now() - known.fetchedAt >= job.freshMs) {
      const answer = await getTile(job.href, signal);
      if (!answer.ok) return { kind: "failed", problem: answer.problem };
      now = { ...answer.data, fetchedAt: Date.now() };
    }
    const { bytes, etag, fetchedAt } = now as Held;
    keep(job.href, { bytes, etag, fetchedAt });
    if (job.shown?.href === job.href && job.shown.etag === etag && etag !== "") return { kind: "same", fetchedAt };
    return { kind: "painted", etag, fetchedAt, tile: paintTile(bytes, job.tile, job.look) };
  };
}
