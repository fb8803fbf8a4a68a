import type { DiscPrimitive, GlyphPrimitive, PathPrimitive, Point, Stroke } from "../../symbols/primitives.ts";
import type { Context2D } from "./canvas.ts";
import type { Styles } from "./patterns.ts";

/** Lines, areas, discs and glyphs on a canvas, in CSS pixels. */

export function trace(context: Context2D, lines: readonly (readonly Point[])[], closed: boolean): void {
  context.beginPath();
  for (const points of lines) {
    points.forEach(([x, y], index) => {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    if (closed) context.closePath();
  }
}

function stroke(context: Context2D, value: Stroke, opacity: number, styles: Styles): void {
  context.globalAlpha = opacity * (value.opacity ?? 1);
  context.strokeStyle = styles(context, value.paint);
  context.lineWidth = value.width;
  context.lineCap = value.cap ?? "butt";
  context.lineJoin = "round";
  context.setLineDash(value.dash ? [...value.dash] : []);
  context.stroke();
}

export function paintPath(context: Context2D, path: PathPrimitive, opacity: number, styles: Styles): void {
  trace(context, path.lines, path.closed);
  if (path.fill) {
    context.globalAlpha = opacity * (path.fillOpacity ?? 1);
    context.fillStyle = styles(context, path.fill);
    context.fill("evenodd");
  }
  if (path.stroke) stroke(context, path.stroke, opacity, styles);
}

export function paintDisc(context: Context2D, disc: DiscPrimitive, opacity: number, styles: Styles): void {
  context.beginPath();
  context.arc(disc.at[0], disc.at[1], disc.r, 0, 2 * Math.PI);
  if (disc.fill) {
    context.globalAlpha = opacity * (disc.fillOpacity ?? 1);
    context.fillStyle = disc.fill;
    context.fill();
  }
  if (disc.stroke) stroke(context, disc.stroke, opacity, styles);
}

export function paintGlyph(context: Context2D, glyph: GlyphPrimitive, opacity: number): void {
  const scale = glyph.size / glyph.box;
  context.save();
  context.translate(glyph.at[0] - glyph.size / 2, glyph.at[1] - glyph.size / 2);
  context.scale(scale, scale);
  context.globalAlpha = opacity;
  context.fillStyle = glyph.fill;
  context.fill(new Path2D(glyph.d), "evenodd");
  context.restore();
}
