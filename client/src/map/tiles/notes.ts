import type { Box } from "../../geo/line.ts";
import type { ThinnedNote } from "../../viewport/map-link.ts";
import type { TileSheet } from "./tile-sheet.ts";

/** What the tiles in sight do not paint singly. Counts are of the symbols in the view, so that they can be added up. */
export function thinnedNotes(tiles: TileSheet, view: Box): ThinnedNote[] {
  const counted = new Map<string, number>();
  for (const { collection, at, count } of tiles.cells()) {
    const isInView = at[0] >= view.left && at[0] <= view.right && at[1] >= view.top && at[1] <= view.bottom;
    if (isInView) counted.set(collection, (counted.get(collection) ?? 0) + count);
  }
  const reduced = new Set<string>();
  for (const { collection, how } of tiles.thinned()) if (how !== "counted") reduced.add(collection);
  return [
    ...[...counted].map(([collection, number]): ThinnedNote => ({ collection, how: "counted", number })),
    ...[...reduced].map((collection): ThinnedNote => ({ collection, how: "reduced", number: 0 })),
  ];
}
