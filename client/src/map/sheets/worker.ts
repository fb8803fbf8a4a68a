import { penOf } from "../canvas/canvas.ts";
import { createPainter, type Painter } from "../canvas/painter.ts";
import type { SheetJob } from "./painter.ts";

/** The painter of sheets in a thread of its own: to find the memory for a sheet takes longer than to paint it. */

export type ToPainter = { id: number; pixelRatio: number; jobs: readonly SheetJob[] };
export type FromPainter = { kind: "ready" } | { kind: "painted"; id: number; bitmaps: ImageBitmap[] };

let painter: { pixelRatio: number; paint: Painter } | null = null;
const easel = new OffscreenCanvas(1, 1);

addEventListener("message", ({ data: { id, pixelRatio, jobs } }: MessageEvent<ToPainter>) => {
  if (painter?.pixelRatio !== pixelRatio) painter = { pixelRatio, paint: createPainter(pixelRatio) };
  const { paint } = painter;
  const bitmaps = jobs.map(({ primitives, frame }) => {
    // also clears it
    easel.width = Math.round(frame.width * pixelRatio);
    easel.height = Math.round(frame.height * pixelRatio);
    paint(penOf(easel), primitives, [frame.left, frame.top]);
    return easel.transferToImageBitmap();
  });
  postMessage({ kind: "painted", id, bitmaps } satisfies FromPainter, { transfer: bitmaps });
});

postMessage({ kind: "ready" } satisfies FromPainter);
