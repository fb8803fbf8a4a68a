import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { Kind, TileFeature } from "./columns.ts";

/** A vector tile taken apart: features, cells that count features, and what the tile says it leaves out. */

/** Many features counted as one; `terms` are numbers by property and term (`industry_chain.biopharma`). */
export type Cell = { x: number; y: number; count: number; terms: Readonly<Record<string, number>> };
export type Thinned = { collection: string; how: string; number: number };
export type DecodedLayer = { collection: string; kind: Kind; features: TileFeature[]; cells: Cell[] };
export type DecodedTile = { layers: DecodedLayer[]; thinned: Thinned[] };

const THINNED = "_thinned";
const KINDS: readonly Kind[] = ["point", "point", "line", "area"];

export function decodeTile(bytes: ArrayBuffer | null): DecodedTile {
  const tile: DecodedTile = { layers: [], thinned: [] };
  if (!bytes) return tile;
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  for (const [name, layer] of Object.entries(layers)) {
    const decoded: DecodedLayer = { collection: name, kind: "point", features: [], cells: [] };
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const { properties } = feature;
      if (name === THINNED) {
        const { collection, how, number } = properties;
        tile.thinned.push({ collection: String(collection), how: String(how), number: Number(number) });
        continue;
      }
      const lines = feature.loadGeometry().map((points) => points.flatMap(({ x, y }) => [x, y]));
      decoded.kind = KINDS[feature.type] ?? "point";
      if ("code" in properties) decoded.features.push({ properties, lines });
      else if (typeof properties.count === "number") decoded.cells.push(cellOf(properties, lines[0] ?? []));
    }
    if (name !== THINNED) tile.layers.push(decoded);
  }
  return tile;
}

function cellOf(properties: Record<string, string | number | boolean>, [x = 0, y = 0]: number[]): Cell {
  const terms: Record<string, number> = {};
  for (const [name, value] of Object.entries(properties))
    if (name !== "count" && typeof value === "number") terms[name] = value;
  return { x, y, count: Number(properties.count), terms };
}
