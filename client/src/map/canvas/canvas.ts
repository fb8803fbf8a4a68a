import { SANS, SONG, type TextPrimitive } from "../../symbols/primitives.ts";

/** A canvas on the page, or in a worker that has no document. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
export type Canvas = HTMLCanvasElement | OffscreenCanvas;

export function makeCanvas(width: number, height: number): Canvas {
  if (typeof document === "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** One type for both: what is painted with is the same. */
export const penOf = (canvas: Canvas): Context2D => canvas.getContext("2d") as Context2D;

export function fontOf(text: Pick<TextPrimitive, "size" | "weight" | "family">): string {
  return `${text.weight} ${text.size}px ${text.family === "song" ? SONG : SANS}`;
}
