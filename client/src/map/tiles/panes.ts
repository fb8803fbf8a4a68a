import type { Frame } from "../frame.ts";
import type { ShownTile } from "./tile-entry.ts";

/** Puts the pictures of a collection in their places over a frame; moving the map then moves them without painting. */
export function placePictures(pane: HTMLElement, collection: string, tiles: readonly ShownTile[], frame: Frame): void {
  const pictures: HTMLCanvasElement[] = [];
  for (const tile of tiles) {
    for (const layer of tile.layers) {
      if (layer.collection !== collection || !layer.picture) continue;
      // Painted at another zoom, it is shown larger or smaller until its like for this one is there.
      const scale = 2 ** (frame.zoom - tile.zoom);
      const left = layer.frame.left * scale - frame.left;
      const top = layer.frame.top * scale - frame.top;
      const { style } = layer.picture;
      const css = `position:absolute;left:0;top:0;transform-origin:0 0;width:${layer.frame.width}px;height:${layer.frame.height}px;opacity:${pane.dataset.opacity ?? 1};transform:translate(${left}px,${top}px)${scale === 1 ? "" : ` scale(${scale})`}`;
      if (style.cssText !== css) style.cssText = css;
      pictures.push(layer.picture);
    }
  }
  arrange(pane, pictures);
}

/** Only what comes and goes is touched: an element that is put in anew is copied anew by the browser. */
function arrange(pane: HTMLElement, pictures: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(pictures);
  for (const child of [...pane.children]) if (!wanted.has(child)) child.remove();
  pictures.forEach((picture, index) => {
    if (pane.children[index] !== picture) pane.insertBefore(picture, pane.children[index] ?? null);
  });
}
