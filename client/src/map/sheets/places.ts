import type { Box } from "../../geo/line.ts";
import type { Frame } from "../frame.ts";

/** Where on the ground each sheet was painted: until it is painted anew it stays there. */
export function createSheetPlaces() {
  const painted = new WeakMap<HTMLCanvasElement, { zoom: number; left: number; top: number }>();

  /** Moves and scales a sheet to where it belongs in another frame. */
  const keep = (canvas: HTMLCanvasElement, frame: Frame): void => {
    const was = painted.get(canvas);
    if (!was) return;
    const scale = 2 ** (frame.zoom - was.zoom);
    const [x, y] = [was.left * scale - frame.left, was.top * scale - frame.top];
    canvas.style.transform = scale === 1 && x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
  };

  return {
    keep,
    /** A sheet that is painted for a part of a frame. */
    fit(canvas: HTMLCanvasElement, frame: Frame, part: Box): void {
      Object.assign(canvas.style, { width: `${part.right - part.left}px`, height: `${part.bottom - part.top}px` });
      painted.set(canvas, { zoom: frame.zoom, left: frame.left + part.left, top: frame.top + part.top });
      keep(canvas, frame);
    },
  };
}

/** Pixels of the screen are not split at any usual ratio. */
const WHOLE_PIXELS = 4;

/** What of a box lies in a frame, on whole pixels and never empty. */
export function partOf(whole: Box, { left, top, right, bottom }: Box): Box {
  const down = (value: number, most: number) =>
    Math.max(0, Math.min(Math.floor(value / WHOLE_PIXELS) * WHOLE_PIXELS, most - WHOLE_PIXELS));
  const up = (value: number, least: number) =>
    Math.max(Math.ceil(value / WHOLE_PIXELS) * WHOLE_PIXELS, least + WHOLE_PIXELS);
  const [x, y] = [down(left, whole.right), down(top, whole.bottom)];
  return { left: x, top: y, right: Math.min(whole.right, up(right, x)), bottom: Math.min(whole.bottom, up(bottom, y)) };
}
