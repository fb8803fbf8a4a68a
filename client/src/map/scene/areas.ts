import type { PlanFeature } from "../../api/types.ts";
import { centroid, largest, scaled } from "../../geo/polygon.ts";
import { area, clipped, group, outline, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number, tintOf } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Zone, subdistricts, urban clusters and core city: the areas of the structure. */

type Band = { width: number; opacity: number };

/** The zone: ground, an inner colour band (色带) and the dash-dot-dot boundary. */
export function buildZone(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const bands = (style.bands as Band[]).map((band) =>
      // The stroke lies on the boundary and only its inner half shows.
      outline(rings, {
        paint: ink(context, style.band as string),
        width: 2 * band.width * context.k,
        opacity: band.opacity,
      }),
    );
    part.under.push(
      ...(context.raster ? [] : [area(rings, ink(context, style.fill))]),
      clipped(rings, bands),
      outline(rings, {
        paint: ink(context, style.line),
        width: number(style.width, 1.7) * context.k + (context.raster ? 0.8 : 0),
        dash: (style.dash ?? []).map((length) => length * context.k),
      }),
    );
    part.hits.push({ ref: { collection, code: feature.id }, kind: "line", lines: rings, reach: 4 });
  }
  return part;
}

export function buildSubdistricts(
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const stroke = {
      paint: ink(context, style.line),
      width: number(style.width, 1) * context.k,
      dash: style.dash ?? [],
      cap: "round",
    } as const;
    part.under.push(...group(strength, [outline(rings, stroke)]));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "area", lines: rings, reach: 0 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        style.label ?? "point",
        { kind: "area", rings, centre: centroid(largest(rings)) },
        { strength },
      ),
    );
  }
  return part;
}

export function buildUrbanClusters(
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  const outlineOnly = context.zoom >= number(style.outline_only_from, 14);
  const opacity = context.raster
    ? 0.35
    : number(context.theme === "dark" ? style.fill_opacity_dark : style.fill_opacity, 0.5);
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const tint = tintOf(style, feature.id, feature.properties);
    const items: Primitive[] = [];
    if (!outlineOnly) {
      items.push(area(rings, ink(context, tint), opacity));
      const glow = {
        paint: ink(context, `${tint}-line`),
        width: 2 * number(style.band_width, 16) * context.k,
        opacity: number(style.band_opacity, 0.13),
      };
      items.push(clipped(rings, [outline(rings, glow)]));
    }
    const width = number(style.width, 1.8) * context.k;
    items.push(
      outline(rings, {
        paint: ink(context, "paper"),
        width: number(style.casing, 3.6) * context.k + (context.raster ? 1 : 0),
        opacity: 0.9,
      }),
      outline(rings, {
        paint: ink(context, `${tint}-line`),
        width,
        dash: (style.dash ?? []).map((length) => length * context.k),
      }),
    );
    part.under.push(...group(strength, items));
    part.hits.push({
      ref: { collection, code: feature.id },
      kind: "area",
      lines: rings,
      reach: 0,
    });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        style.label ?? "point",
        { kind: "area", rings, centre: centroid(largest(rings)) },
        { ink: `${tint}-text`, strength },
      ),
    );
  }
  return part;
}

/** The core city: fill below the belts, ring with its dotted echo above them. */
export function buildCoreCity(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const red = ink(context, style.line);
    const width = number(style.width, 3.4) * context.k;
    part.under.push(
      ...group(strength, [
        area(rings, ink(context, style.fill), context.raster ? 0.35 : number(style.fill_opacity, 0.55)),
      ]),
    );
    part.over.push(
      ...group(strength, [
        outline(rings, { paint: ink(context, "paper"), width: number(style.casing, 8) * context.k, opacity: 0.95 }),
        outline(rings, { paint: red, width }),
        outline(
          rings.map((ring) => scaled(ring, number(style.outer_ring, 1.075))),
          {
            paint: red,
            width: 1.6 * context.k,
            dash: [0.1, 4.6 * context.k],
            cap: "round",
          },
        ),
      ]),
    );
    part.hits.push({ ref: { collection, code: feature.id }, kind: "area", lines: rings, reach: 0 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        style.label ?? "point",
        { kind: "area", rings, centre: centroid(largest(rings)) },
        { strength },
      ),
    );
  }
  return part;
}
