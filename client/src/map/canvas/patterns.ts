import type { Paint, Point } from "../../symbols/primitives.ts";
import { patternTiles } from "../../symbols/svg.ts";
import { type Context2D, makeCanvas, penOf } from "./canvas.ts";

/** What a canvas fills and strokes with for a paint: a colour, or a pattern that is made once. */
export type Styles = (context: Context2D, paint: Paint) => string | CanvasPattern;

/** `origin`: where the origin of the primitives lies in the pixels of the world. */
export function createStyles(pixelRatio: number, origin: () => Point): Styles {
  const patterns = new Map<string, CanvasPattern | null>();

  const patternOf = (context: Context2D, paint: Exclude<Paint, string>): CanvasPattern | null => {
    const key = `${paint.pattern} ${paint.colour}`;
    const known = patterns.get(key);
    if (known !== undefined) return known;
    const tile = patternTiles[paint.pattern];
    const canvas = makeCanvas(tile.width * pixelRatio, tile.height * pixelRatio);
    const pen = penOf(canvas);
    pen.scale(pixelRatio, pixelRatio);
    pen.strokeStyle = paint.colour;
    pen.lineWidth = tile.line;
    pen.stroke(new Path2D(tile.d));
    const pattern = context.createPattern(canvas, "repeat");
    patterns.set(key, pattern);
    return pattern;
  };

  return (context, paint) => {
    if (typeof paint === "string") return paint;
    const pattern = patternOf(context, paint);
    if (!pattern) return "transparent";
    // Hung up on the ground, not on the window: the pattern moves with the map.
    const { width, height } = patternTiles[paint.pattern];
    const [x, y] = origin();
    const scale = 1 / pixelRatio;
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, -(x % width), -(y % height)]));
    return pattern;
  };
}
