import { fontOf } from "../canvas/canvas.ts";
import type { Measure } from "./block.ts";

const CHINESE_ONLY = /^[\u2e80-\u9fff\u3000-\u303f\uff00-\uff60]+$/;

/** Widths from the browser's own fonts, remembered: the same names are measured at every move. */
export function canvasMeasure(): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map<string, number>();
  return (text, look) => {
    // Every Chinese font gives a character the square of its size; not asking saves the first painting a tenth of a second.
    if (CHINESE_ONLY.test(text)) return text.length * look.size;
    const font = fontOf({ ...look, size: Math.round(look.size * 4) / 4 });
    const key = `${font}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > 4000) widths.clear();
      if (pen) pen.font = font;
      width = pen?.measureText(text).width ?? text.length * look.size;
      widths.set(key, width);
    }
    return width;
  };
}

/** Has the browser find its fonts while the plan is still on its way: the first painting then needs no tenth of a second for it. */
export function warmFonts(styles: Iterable<{ size: number; weight: number; family?: "song" }>): void {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return;
  const fonts = new Set<string>();
  for (const { size, weight, family } of styles) fonts.add(fontOf({ size, weight, family: family ?? "sans" }));
  for (const font of fonts) {
    pen.font = font;
    pen.fillText(`Aa${pen.measureText("Road").width}轴`, 0, 20);
  }
}
