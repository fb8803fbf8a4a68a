import {
  type GroupPrimitive,
  type Paint,
  type Point,
  type Primitive,
  SANS,
  SONG,
  type Stroke,
  type TextPrimitive,
} from "../symbols/primitives.ts";
import { patternTiles } from "../symbols/svg.ts";
import { extent } from "./extent.ts";

/** The canvas painter: the same primitives as symbols/svg.ts, on one 2D context in CSS pixels. */

/** On the page, or in a worker that has no document. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
type Canvas = HTMLCanvasElement | OffscreenCanvas;

export function makeCanvas(width: number, height: number): Canvas {
  if (typeof document === "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** One type for both: what is drawn with is the same. */
export const penOf = (canvas: Canvas): Context2D => canvas.getContext("2d") as Context2D;

export function fontOf(text: Pick<TextPrimitive, "size" | "weight" | "family">): string {
  return `${text.weight} ${text.size}px ${text.family === "song" ? SONG : SANS}`;
}

export function createPainter(pixelRatio: number) {
  const patterns = new Map<string, CanvasPattern | null>();
  const scratches = new Map<number, Canvas>();
  let scratchBusy = false;
  let origin: Point = [0, 0];
  let corner: Point = [0, 0];

  const tilePattern = (context: Context2D, paint: Exclude<Paint, string>): CanvasPattern | null => {
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
  const style = (context: Context2D, paint: Paint): string | CanvasPattern => {
    if (typeof paint === "string") return paint;
    const pattern = tilePattern(context, paint);
    if (!pattern) return "transparent";
    // Hung up on the ground, not on the window: the pattern moves with the map.
    const { width, height } = patternTiles[paint.pattern];
    const scale = 1 / pixelRatio;
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, -(origin[0] % width), -(origin[1] % height)]));
    return pattern;
  };

  const trace = (context: Context2D, lines: readonly (readonly Point[])[], closed: boolean) => {
    context.beginPath();
    for (const points of lines) {
      points.forEach(([x, y], index) => {
        if (index === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      });
      if (closed) context.closePath();
    }
  };

  const stroke = (context: Context2D, value: Stroke, opacity: number) => {
    context.globalAlpha = opacity * (value.opacity ?? 1);
    context.strokeStyle = style(context, value.paint);
    context.lineWidth = value.width;
    context.lineCap = value.cap ?? "butt";
    context.lineJoin = "round";
    context.setLineDash(value.dash ? [...value.dash] : []);
    context.stroke();
  };

  const text = (context: Context2D, primitive: TextPrimitive, opacity: number) => {
    const turned = primitive.angle || primitive.slant;
    let [x, y] = primitive.at;
    if (turned) {
      context.save();
      context.translate(x, y);
      if (primitive.angle) context.rotate(primitive.angle);
      if (primitive.slant) context.transform(1, 0, Math.tan((primitive.slant * Math.PI) / 180), 1, 0, 0);
      x = 0;
      y = 0;
    }
    context.globalAlpha = opacity;
    context.font = fontOf(primitive);
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    const baseline = y + primitive.size * 0.36;
    if (primitive.halo) {
      context.setLineDash([]);
      context.lineJoin = "round";
      context.lineWidth = primitive.halo.width;
      context.strokeStyle = primitive.halo.colour;
      context.strokeText(primitive.text, x, baseline);
    }
    context.fillStyle = primitive.colour;
    context.fillText(primitive.text, x, baseline);
    if (turned) context.restore();
  };

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

  const isolated = (context: Context2D, primitive: GroupPrimitive, opacity: number) => {
    const { canvas } = context;
    const box = extent(primitive.children);
    const [x, y] = corner;
    const left = Math.max(0, Math.floor((box.left - x) * pixelRatio) - 2);
    const top = Math.max(0, Math.floor((box.top - y) * pixelRatio) - 2);
    const width = Math.min(canvas.width, Math.ceil((box.right - x) * pixelRatio) + 2) - left;
    const height = Math.min(canvas.height, Math.ceil((box.bottom - y) * pixelRatio) + 2) - top;
    if (width <= 0 || height <= 0) return;
    const scratch = scratchOf(width, height);
    const pen = penOf(scratch);
    scratchBusy = true;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setTransform(pixelRatio, 0, 0, pixelRatio, -left - x * pixelRatio, -top - y * pixelRatio);
    for (const child of primitive.children) paint(pen, child, 1);
    scratchBusy = false;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = opacity;
    context.drawImage(scratch, 0, 0, width, height, left, top, width, height);
    context.restore();
  };

  const paint = (context: Context2D, primitive: Primitive, opacity: number): void => {
    switch (primitive.kind) {
      case "path":
        trace(context, primitive.lines, primitive.closed);
        if (primitive.fill) {
          context.globalAlpha = opacity * (primitive.fillOpacity ?? 1);
          context.fillStyle = style(context, primitive.fill);
          context.fill("evenodd");
        }
        if (primitive.stroke) stroke(context, primitive.stroke, opacity);
        return;
      case "disc":
        context.beginPath();
        context.arc(primitive.at[0], primitive.at[1], primitive.r, 0, 2 * Math.PI);
        if (primitive.fill) {
          context.globalAlpha = opacity * (primitive.fillOpacity ?? 1);
          context.fillStyle = primitive.fill;
          context.fill();
        }
        if (primitive.stroke) stroke(context, primitive.stroke, opacity);
        return;
      case "glyph": {
        const scale = primitive.size / primitive.box;
        context.save();
        context.translate(primitive.at[0] - primitive.size / 2, primitive.at[1] - primitive.size / 2);
        context.scale(scale, scale);
        context.globalAlpha = opacity;
        context.fillStyle = primitive.fill;
        context.fill(new Path2D(primitive.d), "evenodd");
        context.restore();
        return;
      }
      case "text":
        text(context, primitive, opacity);
        return;
      case "group": {
        // A group inside an isolated group multiplies: one scratch canvas is enough.
        if (primitive.isolate && primitive.opacity < 1 && !scratchBusy) {
          isolated(context, primitive, opacity * primitive.opacity);
          return;
        }
        if (primitive.clip) {
          context.save();
          trace(context, primitive.clip, true);
          context.clip("evenodd");
        }
        for (const child of primitive.children) paint(context, child, opacity * primitive.opacity);
        if (primitive.clip) context.restore();
      }
    }
  };

  /** `from`: where the origin of the primitives lies in the pixels of the world; `at`: the corner of the canvas in theirs. */
  return (context: Context2D, primitives: readonly Primitive[], from: Point, at: Point = [0, 0]): void => {
    origin = from;
    corner = at;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, -at[0] * pixelRatio, -at[1] * pixelRatio);
    for (const primitive of primitives) paint(context, primitive, 1);
    context.globalAlpha = 1;
  };
}
