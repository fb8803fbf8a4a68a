import type { Frame } from "../plan-layer.ts";
import type { ShownTile } from "./shelf.ts";

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
      style.cssText = `position:absolute;left:0;top:0;transform-origin:0 0;width:${layer.frame.width}px;height:${layer.frame.height}px;opacity:${pane.dataset.opacity ?? 1};transform:translate(${left}px,${top}px)${scale === 1 ? "" : ` scale(${scale})`}`;
      pictures.push(layer.picture);
    }
  }
  const isSame =
    pane.childElementCount === pictures.length && pictures.every((picture, index) => pane.children[index] === picture);
  if (!isSame) pane.replaceChildren(...pictures);
}
