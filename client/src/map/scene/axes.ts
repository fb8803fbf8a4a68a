import type { PlanFeature } from "../../api/types.ts";
import { crossing, lengthOf, stretch, walker } from "../../geo/line.ts";
import { area, group, line, outline, type Point, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number, tintOf } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Axes: a band with an arrow head at each end and chevrons that point outward from where the axes cross. */

export type AxisSizes = { width: number; head: number; every: number };

/** A head as a triangle: tip at `tip`, pointing along `angle`. */
export function arrowHead(tip: Point, angle: number, size: number): Point[] {
  const back = size * 0.92;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const base: Point = [tip[0] - back * cos, tip[1] - back * sin];
  const half = size * 0.6;
  return [tip, [base[0] - half * sin, base[1] + half * cos], [base[0] + half * sin, base[1] - half * cos]];
}

/** One chevron: three points, its tip ahead in the direction of `angle`. */
export function chevron(at: Point, angle: number, size: number): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (along: number, across: number): Point => [
    at[0] + along * cos - across * sin,
    at[1] + along * sin + across * cos,
  ];
  return [turn(-size * 0.4, -size), turn(size * 0.4, 0), turn(-size * 0.4, size)];
}

export function axisShape(
  axis: readonly Point[],
  origin: number,
  sizes: AxisSizes,
): { shaft: Point[]; heads: Point[][]; chevrons: Point[][] } {
  const { at, length } = walker(axis);
  const back = sizes.head * 0.92;
  const first = at(0);
  const last = at(length);
  // The head looks along the chord of its own length, so that a kink at the very end does not turn it.
  const lead = (from: Point, to: Point) => Math.atan2(to[1] - from[1], to[0] - from[0]);
  const heads = [
    arrowHead(first.point, lead(at(back).point, first.point), sizes.head),
    arrowHead(last.point, lead(at(length - back).point, last.point), sizes.head),
  ];
  const shaft = stretch(axis, Math.min(back * 0.9, length / 2), Math.max(length - back * 0.9, length / 2));
  const chevrons: Point[][] = [];
  const margin = back + sizes.every * 0.5;
  for (const direction of [-1, 1] as const) {
    for (
      let along = origin + direction * sizes.every * 0.75;
      along > margin && along < length - margin;
      along += direction * sizes.every
    ) {
      const { point, angle } = at(along);
      chevrons.push(chevron(point, direction === 1 ? angle : angle + Math.PI, sizes.width * 0.29));
    }
  }
  return { shaft, heads, chevrons };
}

const inside = (context: SceneContext, [x, y]: Point) =>
  x > -40 && y > -40 && x < context.width + 40 && y < context.height + 40;

export function buildAxes(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  const from = number(style.narrow_from, 14);
  const narrowing = Math.min(1, Math.max(0, context.zoom - (from - 1)));
  const width =
    (number(style.width, 13) * (1 - narrowing) + number(style.narrow_width, 6) * narrowing) * Math.min(1, context.k);
  const sizes = {
    width,
    head: number(style.head, 24) * Math.min(1, context.k) * (1 - 0.35 * narrowing),
    every: number(style.chevron_every, 22),
  };
  const shapes = features.map((feature) => shapeOf(context, feature.geometry));
  features.forEach((feature, index) => {
    const lines = shapes[index] ?? [];
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) return;
    const tint = tintOf(style, feature.id, feature.properties);
    const paint = ink(context, tint);
    const casings: Primitive[] = [];
    const bands: Primitive[] = [];
    for (const axis of lines) {
      const others = shapes.filter((_, other) => other !== index).flat();
      const met = others.map((other) => crossing(axis, other)).find((along) => along !== null);
      const { shaft, heads, chevrons } = axisShape(axis, met ?? lengthOf(axis) / 2, sizes);
      const casing = number(style.casing, 3.4) + (context.raster ? 1 : 0);
      casings.push(
        line([shaft], { paint: ink(context, "paper"), width: width + casing, cap: "butt" }),
        outline(heads, { paint: ink(context, "paper"), width: casing }),
      );
      bands.push(
        line([shaft], { paint, width, cap: "butt" }),
        area(heads, paint),
        line(
          chevrons.filter(([tip]) => tip && inside(context, tip)),
          {
            paint: ink(context, style.chevron as string),
            width: Math.max(1.3, width * 0.14),
            cap: "round",
            opacity: 0.95,
          },
        ),
      );
    }
    part.under.push(...group(strength, [...casings, ...bands], true));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "line", lines, reach: width / 2 + 1 });
    const glyphs = context.language === "en" ? "turned" : "steep-upright";
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "axis",
        { kind: "line", lines, beside: width / 2 + 2, glyphs, apart: false },
        { ink: `${tint}-text`, strength },
      ),
    );
  });
  return part;
}
