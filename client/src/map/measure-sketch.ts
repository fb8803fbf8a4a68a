import { area, line, type Point, type Primitive } from "../symbols/primitives.ts";
import { colour, type ThemeName } from "../symbols/style.ts";
import { toSvg } from "../symbols/svg.ts";

/** The drawing of a measurement in progress, as SVG text: line or area, its points, and the way to the pointer. */
export function measureSketch(
  points: readonly Point[],
  pointer: Point | null,
  isArea: boolean,
  theme: ThemeName,
): string {
  const paint = colour(theme, "measure");
  const paper = colour(theme, "paper");
  const whole = pointer ? [...points, pointer] : [...points];
  const closed = isArea && points.length > 2 ? [...points, points[0] as Point] : [...points];
  const items: Primitive[] = [];
  if (isArea && whole.length > 2) items.push(area([whole], paint, 0.14));
  if (closed.length > 1)
    items.push(
      line([closed], { paint: paper, width: 5.5, cap: "round" }),
      line([closed], { paint, width: 2.6, cap: "round" }),
    );
  const last = points.at(-1);
  if (pointer && last) {
    const way = isArea && points.length > 1 ? [last, pointer, points[0] as Point] : [last, pointer];
    items.push(line([way], { paint, width: 1.8, dash: [5, 4] }));
  }
  for (const at of points) items.push({ kind: "disc", at, r: 4.5, fill: paper, stroke: { paint, width: 2.2 } });
  return toSvg(items, "measure");
}
