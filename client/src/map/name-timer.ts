import { selection } from "../selection/view.ts";
import type { What } from "./repaints.ts";
import type { TileSheet } from "./tiles/tile-sheet.ts";

const NAMES_WAIT_MS = 250;

/** Tiles come one by one: their names are set when they are all there, or when one keeps the others waiting. */
export function createNameTimer(request: (what: What) => void) {
  let timer = 0;
  return {
    onTile(tiles: TileSheet): void {
      request("tiles");
      window.clearTimeout(timer);
      const isReady = tiles.state() === "ready";
      const chosen = selection.peek();
      // What is selected stands where its tile has set it, and that is known now.
      const isMoved = isReady && chosen.kind === "feature" && tiles.collections().has(chosen.collection);
      timer = window.setTimeout(() => request(isMoved ? "all" : "labels"), isReady ? 0 : NAMES_WAIT_MS);
    },
    close: () => window.clearTimeout(timer),
  };
}
