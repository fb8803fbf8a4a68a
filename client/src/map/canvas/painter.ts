import type { GroupPrimitive, Point, Primitive } from "../../symbols/primitives.ts";
import type { Context2D } from "./canvas.ts";
import { createIsolation } from "./isolation.ts";
import { createStyles } from "./patterns.ts";
import { paintDisc, paintGlyph, paintPath, trace } from "./shapes.ts";
import { paintText } from "./text.ts";

/**
 * Paints primitives on a canvas, the same as symbols/svg.ts, in CSS pixels. `from`: where the origin of the primitives
 * lies in the pixels of the world; `at`: the corner of the canvas in theirs.
 */
export type Painter = (context: Context2D, primitives: readonly Primitive[], from: Point, at?: Point) => void;

export function createPainter(pixelRatio: number): Painter {
  let origin: Point = [0, 0];
  let corner: Point = [0, 0];
  const styles = createStyles(pixelRatio, () => origin);
  const isolation = createIsolation(pixelRatio);

  const paintGroup = (context: Context2D, group: GroupPrimitive, opacity: number): void => {
    if (group.isolate && group.opacity < 1 && isolation.isFree()) {
      isolation.blend(context, group.children, opacity * group.opacity, corner, paintOne);
      return;
    }
    if (group.clip) {
      context.save();
      trace(context, group.clip, true);
      context.clip("evenodd");
    }
    for (const child of group.children) paintOne(context, child, opacity * group.opacity);
    if (group.clip) context.restore();
  };
  const paintOne = (context: Context2D, primitive: Primitive, opacity: number): void => {
    if (primitive.kind === "path") paintPath(context, primitive, opacity, styles);
    else if (primitive.kind === "disc") paintDisc(context, primitive, opacity, styles);
    else if (primitive.kind === "glyph") paintGlyph(context, primitive, opacity);
    else if (primitive.kind === "text") paintText(context, primitive, opacity);
    else paintGroup(context, primitive, opacity);
  };

  return (context, primitives, from, at = [0, 0]) => {
    origin = from;
    corner = at;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, -at[0] * pixelRatio, -at[1] * pixelRatio);
    for (const primitive of primitives) paintOne(context, primitive, 1);
    context.globalAlpha = 1;
  };
}
