import { simplify } from "../../geo/simplify.ts";
import type { Point, Primitive, Stroke } from "../../symbols/primitives.ts";
import type { Context2D } from "../canvas/canvas.ts";
import type { HitTarget, ScenePart } from "../scene/context.ts";
import type { TileFeature } from "./decode.ts";

/**
 * Many lines in few strokes: the painting of the layer is made with a stub in the place of each line and says which
 * strokes there are and in which order; the lines themselves go from the tile to the canvas as they are, without what
 * nobody can see. One path a line: a path of many is slower to paint, for its crossings.
 */
export const STUB = { type: "MultiLineString" as const, coordinates: [[[0, 0]]] };

/** Less than this is not seen. */
const TOLERANCE_PX = 0.5;
/** A round corner of a narrower line is no rounder than a cut one, and costs more. */
const ROUND_FROM_PX = 5;

export type LineStroke = { index: number; stroke: Stroke & { paint: string } };

/** The strokes of a painting of stubs, by the number of the line; null when it has more than plain strokes of whole lines. */
export function strokesOf(
  { under, over, hits }: ScenePart,
  numberOf: (code: string) => number | undefined,
): LineStroke[] | null {
  const lines = new Map<HitTarget["lines"], number>();
  for (const { lines: stub, ref } of hits) {
    const index = numberOf(ref.code);
    if (index !== undefined) lines.set(stub, index);
  }
  const strokes: LineStroke[] = [];
  for (const primitive of [...under, ...over]) {
    const plain = plainStroke(primitive);
    const index = plain ? lines.get(plain.lines) : undefined;
    if (!plain || index === undefined) return null;
    strokes.push({ index, stroke: plain.stroke });
  }
  return strokes;
}

function plainStroke(
  primitive: Primitive,
): { lines: readonly (readonly Point[])[]; stroke: LineStroke["stroke"] } | null {
  if (primitive.kind !== "path" || primitive.fill || primitive.closed) return null;
  const { lines, stroke } = primitive;
  if (!stroke || typeof stroke.paint !== "string") return null;
  return { lines, stroke: { ...stroke, paint: stroke.paint } };
}

/** `scale`, `dx`, `dy`: from units of the tile to pixels of the picture. */
export function strokeLines(
  pen: Context2D,
  strokes: readonly LineStroke[],
  features: readonly TileFeature[],
  { scale, dx, dy }: { scale: number; dx: number; dy: number },
): void {
  const simple = new Map<number, readonly (readonly number[])[]>();
  const linesOf = (index: number) => {
    let lines = simple.get(index);
    if (!lines) {
      lines = features[index]?.lines.map((line) => simplify(line, TOLERANCE_PX / scale)) ?? [];
      simple.set(index, lines);
    }
    return lines;
  };
  let before: LineStroke["stroke"] | null = null;
  for (const { index, stroke } of strokes) {
    if (!before || !isSame(before, stroke)) setPen(pen, stroke);
    before = stroke;
    pen.beginPath();
    for (const line of linesOf(index)) {
      pen.moveTo((line[0] as number) * scale + dx, (line[1] as number) * scale + dy);
      for (let at = 2; at < line.length; at += 2)
        pen.lineTo((line[at] as number) * scale + dx, (line[at + 1] as number) * scale + dy);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

const isSame = (a: LineStroke["stroke"], b: LineStroke["stroke"]) =>
  a.paint === b.paint && a.width === b.width && a.cap === b.cap && a.opacity === b.opacity && a.dash === b.dash;

function setPen(pen: Context2D, { paint, width, cap, opacity, dash }: LineStroke["stroke"]): void {
  pen.globalAlpha = opacity ?? 1;
  pen.strokeStyle = paint;
  pen.lineWidth = width;
  pen.lineCap = cap ?? "butt";
  pen.lineJoin = width < ROUND_FROM_PX ? "bevel" : "round";
  pen.setLineDash(dash ? [...dash] : []);
}
