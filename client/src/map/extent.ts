import type { Box } from "../geo/line.ts";
import { boxOf } from "../geo/polygon.ts";
import type { Point, Primitive } from "../symbols/primitives.ts";

/** What the primitives can cover, widths included. */
export function extent(primitives: readonly Primitive[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  const add = (points: readonly (readonly Point[])[], grow: number) => {
    const own = boxOf(points);
    box.left = Math.min(box.left, own.left - grow);
    box.top = Math.min(box.top, own.top - grow);
    box.right = Math.max(box.right, own.right + grow);
    box.bottom = Math.max(box.bottom, own.bottom + grow);
  };
  for (const primitive of primitives) {
    if (primitive.kind === "path") add(primitive.lines, primitive.stroke?.width ?? 0);
    else if (primitive.kind === "group") {
      const own = extent(primitive.children);
      add(
        [
          [
            [own.left, own.top],
            [own.right, own.bottom],
          ],
        ],
        0,
      );
    } else if (primitive.kind === "disc") add([[primitive.at]], primitive.r + (primitive.stroke?.width ?? 0));
    else add([[primitive.at]], primitive.size * (primitive.kind === "text" ? primitive.text.length : 1));
  }
  return box;
}
