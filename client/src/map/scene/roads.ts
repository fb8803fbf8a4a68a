import type { PlanFeature } from "../../api/types.ts";
import { term, vocabularies } from "../../catalogue.ts";
import { group, line, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number, type RoadStyle, statusLook } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Roads: all casings of all classes first, then all fills, the highest class last, so that junctions are open. */
export function buildRoads(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const classes = layerStyle(collection).classes as Record<string, RoadStyle>;
  const classOrder = vocabularies.get("road_class")?.terms.map((entry) => entry.code) ?? [];
  const rank = (feature: PlanFeature) => classOrder.indexOf(String(feature.properties.road_class));
  const casings: Primitive[] = [];
  const fills: Primitive[] = [];
  const centres: Primitive[] = [];
  const wider = context.raster ? 1 : 0;
  for (const feature of [...features].sort((a, b) => rank(b) - rank(a))) {
    const roadClass = String(feature.properties.road_class);
    const style = classes[roadClass] ?? (classes.secondary as RoadStyle);
    if (context.zoom < number(term("road_class", roadClass)?.min_zoom, 12)) continue;
    const lines = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) continue;
    const outer = style.width * context.k + wider;
    // A road that is not there yet is broken: all of it while it is only planned, its fill while it is being built.
    const { dash, fill_dash = dash } = statusLook(collection, feature.properties.plan_status);
    casings.push(
      ...group(strength, [line(lines, { paint: ink(context, style.line), width: outer, ...broken(dash, "round") })]),
    );
    fills.push(
      ...group(strength, [
        line(lines, {
          paint: ink(context, style.fill),
          width: style.fill_width * context.k,
          ...broken(fill_dash, "round"),
        }),
      ]),
    );
    if (style.centre && !dash)
      centres.push(...group(strength, [line(lines, { paint: ink(context, style.centre), width: 0.9 * context.k })]));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "line", lines, reach: outer / 2 });
    const glyphs = context.language === "en" ? "turned" : "steep-upright";
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "road",
        { kind: "line", lines, beside: 0, glyphs, apart: true },
        { strength, raise: (4 - Math.min(4, Math.max(0, rank(feature)))) / 4 + (feature.properties.grid ? 0.5 : 0) },
      ),
    );
  }
  part.under.push(...casings, ...fills, ...centres);
  return part;
}

const broken = (dash: number[] | undefined, cap: CanvasLineCap): { cap: CanvasLineCap; dash?: number[] } =>
  dash ? { cap: "butt", dash } : { cap };

export function buildRailways(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  for (const feature of features) {
    const lines = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) continue;
    const width = number(style.width, 3.4) * context.k;
    const { dash } = statusLook(collection, feature.properties.plan_status);
    const inner = line(lines, {
      paint: ink(context, style.fill),
      width: number(style.fill_width, 1.9) * context.k,
      dash: (style.dash ?? []).map((length) => length * context.k),
    });
    part.under.push(
      ...group(strength, [
        line(lines, { paint: ink(context, style.line), width, ...broken(dash, "butt") }),
        ...(dash ? [] : [inner]),
      ]),
    );
    part.hits.push({ ref: { collection, code: feature.id }, kind: "line", lines, reach: width / 2 });
    const glyphs = context.language === "en" ? "turned" : "steep-upright";
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "rail",
        { kind: "line", lines, beside: 0, glyphs, apart: true },
        { strength },
      ),
    );
  }
  return part;
}
