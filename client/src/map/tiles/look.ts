import { byRevenue } from "../../symbols/badge.ts";
import { type SceneContext, widthFactor } from "../scene/context.ts";
import { type TileAddress, tileSide } from "./address.ts";
import { EXTENT } from "./columns.ts";

/** Everything the picture of a tile depends on besides its bytes; plain data, for it goes to another thread. */
export type TileLook = Pick<
  SceneContext,
  "zoom" | "compact" | "wide" | "theme" | "language" | "colourBy" | "raster"
> & {
  pixelRatio: number;
  /** What the largest symbol of counted cells stands for, by collection. */
  references: Readonly<Record<string, number>>;
};

/** A picture lies on whole pixels of the screen, a little over its tile: left and top in pixels of the world. */
export type PictureFrame = { left: number; top: number; width: number; height: number };

export function pictureFrame(tile: TileAddress, { zoom, pixelRatio }: TileLook, padding: number): PictureFrame {
  const side = tileSide(tile.z, zoom);
  const down = (value: number) => Math.floor(value * pixelRatio) / pixelRatio;
  const up = (value: number) => Math.ceil(value * pixelRatio) / pixelRatio;
  const left = down(tile.col * side - padding);
  const top = down(tile.row * side - padding);
  return {
    left,
    top,
    width: up((tile.col + 1) * side + padding) - left,
    height: up((tile.row + 1) * side + padding) - top,
  };
}

/** The scene of a tile: "longitude and latitude" are units of the tile, pixels those of its picture. */
export function tileScene(tile: TileAddress, look: TileLook, frame: PictureFrame): SceneContext {
  const side = tileSide(tile.z, look.zoom);
  const scale = side / EXTENT;
  const dx = tile.col * side - frame.left;
  const dy = tile.row * side - frame.top;
  return {
    ...look,
    project: (x, y) => [x * scale + dx, y * scale + dy],
    width: frame.width,
    height: frame.height,
    metresPerPixel: 1,
    k: widthFactor(look.zoom, look.compact),
    horizon: 0,
    badge: byRevenue,
    // The server has left out what filter and horizon hide.
    appearance: () => "normal",
    selected: null,
    nameless: true,
  };
}
