import { area, line, type Point, type Primitive } from "../../symbols/primitives.ts";
import { colour, type ThemeName } from "../../symbols/style.ts";
import { toSvg } from "../../symbols/svg.ts";

/** The drawing of a measurement in progress, as SVG text: line or area, its points, the way to the pointer, and the crosshair. */
export function measureSketch(
  points: readonly Point[],
  pointer: Point | null,
  isArea: boolean,
  theme: ThemeName,
  /** Where the keyboard would add a point. */
  crosshair: Point | null = null,
): string {
  const paint = colour(theme, "measure");
  const paper = colour(theme, "paper");
  const next = pointer ?? (points.length > 0 ? crosshair : null);
  const whole = next ? [...points, next] : [...points];
  const closed = isArea && points.length > 2 ? [...points, points[0] as Point] : [...points];
  const items: Primitive[] = [];
  if (isArea && whole.length > 2) items.push(area([whole], paint, 0.14));
  if (closed.length > 1)
    items.push(
      line([closed], { paint: paper, width: 5.5, cap: "round" }),
      line([closed], { paint, width: 2.6, cap: "round" }),
    );
  const last = points.at(-1);
  if (next && last) {
    const way = isArea && points.length > 1 ? [last, next, points[0] as Point] : [last, next];
    items.push(line([way], { paint, width: 1.8, dash: [5, 4] }));
  }
  for (const at of points) items.push({ kind: "disc", at, r: 4.5, fill: paper, stroke: { paint, width: 2.2 } });
  if (crosshair) items.push(...crosshairAt(crosshair, paint, paper));
  return toSvg(items, "measure");
}

const ARM_PX = 14;
const GAP_PX = 4;

/** Four arms that leave the point itself to be seen. */
function crosshairAt([x, y]: Point, paint: string, paper: string): Primitive[] {
  const arms = (
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const
  ).map(([dx, dy]): Point[] => [
    [x + dx * GAP_PX, y + dy * GAP_PX],
    [x + dx * ARM_PX, y + dy * ARM_PX],
  ]);
  return [line(arms, { paint: paper, width: 5, cap: "round" }), line(arms, { paint, width: 2, cap: "round" })];
}
