/** Tiles of the quad tree of the world: row counts from the north, col from the west. */
export type TileAddress = { z: number; row: number; col: number };

/** The rectangle that is painted, in pixels of the world at its zoom (fractional). */
export type WorldBox = { zoom: number; left: number; top: number; width: number; height: number };

/** A tile stands about this large on the screen: half as many requests as with 256, and room for a number in a cell. */
const TILE_PX = 512;
const WORLD_PX = 256;
const DEEPEST = 18;

export const keyOf = ({ z, row, col }: TileAddress): string => `${z}/${row}/${col}`;

export const parentOf = ({ z, row, col }: TileAddress): TileAddress => ({ z: z - 1, row: row >> 1, col: col >> 1 });

export function childrenOf({ z, row, col }: TileAddress): TileAddress[] {
  return [0, 1].flatMap((down) => [0, 1].map((right) => ({ z: z + 1, row: row * 2 + down, col: col * 2 + right })));
}

/** The zoom of the tiles for a zoom of the map: each then stands 362 to 724 pixels large. */
export function tileZoom(zoom: number): number {
  return Math.min(DEEPEST, Math.max(0, Math.round(zoom) - Math.log2(TILE_PX / WORLD_PX)));
}

/** Side of a tile in pixels of the map at a zoom. */
export const tileSide = (z: number, zoom: number): number => WORLD_PX * 2 ** (zoom - z);

/** The tiles that cover a box, those nearest to its middle first. */
export function tilesOver(box: WorldBox): TileAddress[] {
  const z = tileZoom(box.zoom);
  const side = tileSide(z, box.zoom);
  const last = 2 ** z - 1;
  const range = (from: number, length: number) =>
    [Math.max(0, Math.floor(from / side)), Math.min(last, Math.ceil((from + length) / side) - 1)] as const;
  const [west, east] = range(box.left, box.width);
  const [north, south] = range(box.top, box.height);
  const tiles: TileAddress[] = [];
  for (let row = north; row <= south; row++) for (let col = west; col <= east; col++) tiles.push({ z, row, col });
  const middleX = (box.left + box.width / 2) / side - 0.5;
  const middleY = (box.top + box.height / 2) / side - 0.5;
  // in shares of the box: its middle part, which is in view, is whole before anything beyond it is asked for
  const far = ({ row, col }: TileAddress) =>
    Math.max(Math.abs(col - middleX) / box.width, Math.abs(row - middleY) / box.height);
  return tiles.sort((a, b) => far(a) - far(b));
}
