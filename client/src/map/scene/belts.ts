import type { PlanFeature } from "../../api/types.ts";
import { group, line, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number, tintOf } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Belts: wide and soft, for their width is not in the plan. Never a hard edge. */
export function buildBelts(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  const dim = (context.compact ? number(style.phone_opacity, 0.6) : 1) * (context.raster ? 0.35 / 0.62 : 1);
  for (const feature of features) {
    const lines = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) continue;
    const tint = tintOf(style, feature.id, feature.properties);
    const metres = number(feature.properties.width_m, number(style.width_m, 1000));
    const width = Math.max(number(style.min_px, 26) * (context.compact ? 0.86 : 1), metres / context.metresPerPixel);
    const paint = ink(context, tint);
    const soft = width + number(style.soft, 7) * 2 * context.k;
    const items: Primitive[] = [
      line(lines, { paint, width: soft, opacity: number(style.soft_opacity, 0.28) * dim, cap: "round" }),
      line(lines, { paint, width, opacity: number(style.opacity, 0.62) * dim, cap: "round" }),
    ];
    if (tint === style.waves) {
      const waves = { pattern: "waves", colour: ink(context, `${tint}-line`) } as const;
      items.push(
        line(lines, { paint: waves, width: width - 2, opacity: number(style.waves_opacity, 0.5) * dim, cap: "round" }),
      );
    }
    part.under.push(...group(strength, items));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "area", lines, reach: width / 2 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "belt",
        { kind: "line", lines, beside: 0, glyphs: context.language === "en" ? "turned" : "upright", apart: false },
        { ink: `${tint}-text`, strength },
      ),
    );
  }
  return part;
}
