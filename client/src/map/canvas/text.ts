import type { TextPrimitive } from "../../symbols/primitives.ts";
import { type Context2D, fontOf } from "./canvas.ts";

/** A text on a canvas, turned and slanted about its place, its halo below it. */
export function paintText(context: Context2D, text: TextPrimitive, opacity: number): void {
  const turned = text.angle || text.slant;
  let [x, y] = text.at;
  if (turned) {
    context.save();
    context.translate(x, y);
    if (text.angle) context.rotate(text.angle);
    if (text.slant) context.transform(1, 0, Math.tan((text.slant * Math.PI) / 180), 1, 0, 0);
    x = 0;
    y = 0;
  }
  context.globalAlpha = opacity;
  context.font = fontOf(text);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const baseline = y + text.size * 0.36;
  if (text.halo) {
    context.setLineDash([]);
    context.lineJoin = "round";
    context.lineWidth = text.halo.width;
    context.strokeStyle = text.halo.colour;
    context.strokeText(text.text, x, baseline);
  }
  context.fillStyle = text.colour;
  context.fillText(text.text, x, baseline);
  if (turned) context.restore();
}
