import { makeCanvas } from "../canvas/canvas.ts";
import type { FeatureColumns } from "./columns.ts";
import type { PictureFrame, TileLook } from "./look.ts";

/** The picture of one collection in one tile, and what of it can be pressed. */
export type Picture = HTMLCanvasElement | OffscreenCanvas;
export type PaintedLayer = {
  collection: string;
  picture: Picture | null;
  frame: PictureFrame;
  columns: FeatureColumns;
  /** Symbols that count many, see cells.ts. */
  cells: Float64Array;
  /** The largest number of a cell. */
  most: number;
};

export function canvasOf(frame: PictureFrame, { pixelRatio }: TileLook): Picture {
  const canvas = makeCanvas(Math.round(frame.width * pixelRatio), Math.round(frame.height * pixelRatio));
  // painted by this thread, not by the graphics process, which has the page to show
  canvas.getContext("2d", { willReadFrequently: true });
  return canvas;
}

export const nothing = (collection: string, frame: PictureFrame, columns: FeatureColumns): PaintedLayer => ({
  collection,
  picture: null,
  frame,
  columns,
  cells: new Float64Array(0),
  most: 0,
});
