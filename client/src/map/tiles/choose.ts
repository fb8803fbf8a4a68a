import { childrenOf, keyOf, parentOf, type TileAddress } from "./address.ts";

/**
 * What to show while tiles are on their way, so that zooming never leaves a hole and nothing is painted twice: a tile
 * that is there; else the nearest tile above it, which then stays until all wanted tiles below it are there; else
 * what there is below it.
 */
const UP = 6;
const DOWN = 2;

export function chooseTiles(wanted: readonly TileAddress[], has: (tile: TileAddress) => boolean): TileAddress[] {
  const above = new Map<string, TileAddress>();
  const below: TileAddress[] = [];
  for (const tile of wanted) {
    if (has(tile)) continue;
    const ancestor = nearestAbove(tile, has);
    if (ancestor) above.set(keyOf(ancestor), ancestor);
    else below.push(...nearestBelow(tile, has, DOWN));
  }
  const isCovered = (tile: TileAddress) => ancestorsOf(tile).some((ancestor) => above.has(keyOf(ancestor)));
  return [...above.values(), ...below, ...wanted.filter(has)].filter((tile) => !isCovered(tile));
}

function ancestorsOf(tile: TileAddress): TileAddress[] {
  const found: TileAddress[] = [];
  for (let up = tile; found.length < UP && up.z > 0; ) {
    up = parentOf(up);
    found.push(up);
  }
  return found;
}

const nearestAbove = (tile: TileAddress, has: (tile: TileAddress) => boolean) => ancestorsOf(tile).find(has);

function nearestBelow(tile: TileAddress, has: (tile: TileAddress) => boolean, deep: number): TileAddress[] {
  if (deep === 0) return [];
  return childrenOf(tile).flatMap((child) => (has(child) ? [child] : nearestBelow(child, has, deep - 1)));
}
