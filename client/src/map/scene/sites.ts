import type { PlanFeature } from "../../api/types.ts";
import { term } from "../../catalogue.ts";
import { centroid, largest } from "../../geo/polygon.ts";
import { inkOf } from "../../symbols/markers.ts";
import { area, group, outline, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number, symbols } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, statusOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** The colour of a project's marker or site: its chain, or its status when that is asked for. */
export function projectInk(context: SceneContext, feature: PlanFeature): string {
  return context.colourBy === "plan_status"
    ? inkOf("plan_status", statusOf(context, feature), context.theme)
    : inkOf("industry_chain", feature.properties.industry_chain, context.theme);
}

/** Sites of projects, and every other area without a painting of its own: status is the fill and the dash. */
export function buildSites(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection, "MultiPolygon");
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const status = term("plan_status", statusOf(context, feature));
    const fill: (typeof symbols.status_fill)[string] = symbols.status_fill[String(status?.fill ?? "none")] ?? {
      fill_opacity: 0,
    };
    const paint = projectInk(context, feature);
    const width = number(style.width, 1.8) * context.k;
    const dash = status?.dash as number[] | undefined;
    const items: Primitive[] = [];
    if (fill.fill_opacity > 0) items.push(area(rings, paint, fill.fill_opacity));
    if (fill.pattern)
      items.push({
        kind: "path",
        lines: rings,
        closed: true,
        fill: { pattern: fill.pattern, colour: paint },
        fillOpacity: fill.pattern_opacity ?? 1,
      });
    items.push(
      outline(rings, { paint: ink(context, "paper"), width: width + 2, opacity: 0.7 }),
      outline(rings, { paint, width, ...(dash ? { dash } : {}) }),
    );
    part.under.push(...group(strength, items));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "area", lines: rings, reach: 0 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        style.label ?? "site",
        { kind: "area", rings, centre: centroid(largest(rings)) },
        { ink: paint, strength },
      ),
    );
  }
  return part;
}
