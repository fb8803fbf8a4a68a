import type { PlanFeature } from "../../api/types.ts";
import { centroid, largest } from "../../geo/polygon.ts";
import { area, group, line, outline, type Primitive } from "../../symbols/primitives.ts";
import { type LayerStyle, layerStyle, number } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Rivers and canals with their casing: all casings first, so that confluences stay open. */
export function buildWaters(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  const widths = style.widths as Record<string, [number, number]>;
  const casings: Primitive[] = [];
  const fills: Primitive[] = [];
  for (const feature of features) {
    const lines = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) continue;
    const [outer, inner] = widths[feature.id] ?? [number(style.width, 2.6), number(style.fill_width, 1.4)];
    casings.push(
      ...group(strength, [line(lines, { paint: ink(context, style.line), width: outer * context.k, cap: "round" })]),
    );
    fills.push(
      ...group(strength, [line(lines, { paint: ink(context, style.fill), width: inner * context.k, cap: "round" })]),
    );
    part.hits.push({
      ref: { collection, code: feature.id },
      kind: "line",
      lines,
      reach: (outer * context.k) / 2,
    });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "water",
        { kind: "line", lines, beside: 0, glyphs: context.language === "en" ? "turned" : "steep-upright", apart: true },
        { strength, raise: outer > 3 ? 1 : 0 },
      ),
    );
  }
  part.under.push(...casings, ...fills);
  return part;
}

/** Lakes, wetlands and the island, in the order lake, wetland, island. */
export function buildWaterAreas(
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
): ScenePart {
  const part = emptyPart();
  const base = layerStyle(collection);
  const kinds = base.kinds as Record<string, Partial<LayerStyle> & { pattern?: "reeds"; pattern_colour?: string }>;
  const rank = (feature: PlanFeature) => ["lake", "wetland", "island"].indexOf(String(feature.properties.water_kind));
  for (const feature of [...features].sort((a, b) => rank(a) - rank(b))) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const kind = kinds[String(feature.properties.water_kind)] ?? {};
    const style = { ...base, ...kind };
    const items: Primitive[] = [area(rings, ink(context, style.fill), number(style.fill_opacity, 1))];
    if (kind.pattern)
      items.push({
        kind: "path",
        lines: rings,
        closed: true,
        fill: { pattern: kind.pattern, colour: ink(context, kind.pattern_colour) },
      });
    items.push(
      outline(rings, {
        paint: ink(context, style.line),
        width: number(style.width, 1.3) * context.k,
        ...(style.dash ? { dash: style.dash } : {}),
      }),
    );
    part.under.push(...group(strength, items));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "area", lines: rings, reach: 0 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "water",
        { kind: "area", rings, centre: centroid(largest(rings)) },
        { strength, raise: 2 },
      ),
    );
  }
  return part;
}
