import type { TileAddress } from "./address.ts";
import { decodeTile, type Thinned } from "./decode.ts";
import type { TileLook } from "./look.ts";
import { paintPoints } from "./paint-points.ts";
import { paintShapes } from "./paint-shapes.ts";
import type { PaintedLayer } from "./picture.ts";

/** From the bytes of a tile to one picture a collection, and what of it can be pressed. Runs where there is time for it. */
export type PaintedTile = { layers: PaintedLayer[]; thinned: Thinned[] };

export function paintTile(bytes: ArrayBuffer | null, tile: TileAddress, look: TileLook): PaintedTile {
  const { layers, thinned } = decodeTile(bytes);
  return {
    layers: layers.map((layer) => (layer.kind === "point" ? paintPoints : paintShapes)(layer, tile, look)),
    thinned,
  };
}
