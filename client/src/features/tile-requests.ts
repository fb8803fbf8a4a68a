import { aborted, problemOf, unreachable } from "../api/problem.ts";
import { type Answer, address, get } from "../api/request.ts";

/** Vector tiles of WebMercatorQuad: what there is, and one tile. */

/** What TileJSON says of a collection: `x-large` is drawn from tiles, points counted by cell up to `x-counted-to-zoom`. */
export type TileLayerInfo = { id: string; "x-large": boolean; "x-counted-to-zoom": number | null };

const SET = "tiles/WebMercatorQuad";

export async function getTileLayers(signal?: AbortSignal): Promise<Answer<readonly TileLayerInfo[]>> {
  const answer = await get<{ vector_layers: TileLayerInfo[] }>(`ogc/${SET}/tilejson`, signal);
  return answer.ok ? { ok: true, data: answer.data.vector_layers } : answer;
}

/** The whole address of a tile of one collection, so that a worker without a document can ask for it. */
export function tileAddress(
  collection: string,
  { z, row, col }: { z: number; row: number; col: number },
  filter: URLSearchParams,
): string {
  const tile = address(`ogc/collections/${collection}/${SET}/${z}/${row}/${col}`);
  tile.search = filter.toString();
  return tile.href;
}

/** A tile as it came: no bytes where there is nothing. The ETag is the revision of the plan. */
export type TileBytes = { bytes: ArrayBuffer | null; etag: string };

export async function getTile(href: string, signal: AbortSignal): Promise<Answer<TileBytes>> {
  try {
    const response = await fetch(href, { signal, headers: { accept: "application/vnd.mapbox-vector-tile" } });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const bytes = response.status === 204 ? null : await response.arrayBuffer();
    return { ok: true, data: { bytes, etag: response.headers.get("etag") ?? "" } };
  } catch {
    return { ok: false, problem: signal.aborted ? aborted : unreachable };
  }
}
