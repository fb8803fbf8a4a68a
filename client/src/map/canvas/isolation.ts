import type { Point, Primitive } from "../../symbols/primitives.ts";
import { extent } from "../extent.ts";
import { type Canvas, type Context2D, makeCanvas, penOf } from "./canvas.ts";

type PaintOne = (context: Context2D, primitive: Primitive, opacity: number) => void;

/** Blends primitives as if they were one: they are painted on a canvas beside, which fades as a whole. */
export type Isolation = {
  /** False when a group is being blended already: a group within multiplies, one canvas is enough. */
  isFree: () => boolean;
  /** `corner`: that of the canvas, in the pixels of the primitives. */
  blend: (
    context: Context2D,
    children: readonly Primitive[],
    opacity: number,
    corner: Point,
    paintOne: PaintOne,
  ) => void;
};

export function createIsolation(pixelRatio: number): Isolation {
  const scratches = new Map<number, Canvas>();
  let isBusy = false;

  /** A canvas that just holds the size: a badge must not cost the copy of a whole sheet. */
  const scratchOf = (width: number, height: number): Canvas => {
    const side = 2 ** Math.ceil(Math.log2(Math.max(width, height, 64)));
    let canvas = scratches.get(side);
    if (!canvas) {
      canvas = makeCanvas(side, side);
      scratches.set(side, canvas);
    }
    return canvas;
  };

  return {
    isFree: () => !isBusy,
    blend(context, children, opacity, [x, y], paintOne) {
      const { canvas } = context;
      const box = extent(children);
      const left = Math.max(0, Math.floor((box.left - x) * pixelRatio) - 2);
      const top = Math.max(0, Math.floor((box.top - y) * pixelRatio) - 2);
      const width = Math.min(canvas.width, Math.ceil((box.right - x) * pixelRatio) + 2) - left;
      const height = Math.min(canvas.height, Math.ceil((box.bottom - y) * pixelRatio) + 2) - top;
      if (width <= 0 || height <= 0) return;
      const scratch = scratchOf(width, height);
      const pen = penOf(scratch);
      isBusy = true;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, width, height);
      pen.setTransform(pixelRatio, 0, 0, pixelRatio, -left - x * pixelRatio, -top - y * pixelRatio);
      for (const child of children) paintOne(pen, child, 1);
      isBusy = false;
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.globalAlpha = opacity;
      context.drawImage(scratch, 0, 0, width, height, left, top, width, height);
      context.restore();
    },
  };
}
