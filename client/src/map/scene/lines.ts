import type { PlanFeature } from "../../api/types.ts";
import { inkOf } from "../../symbols/markers.ts";
import { group, line } from "../../symbols/primitives.ts";
import { statusLook } from "../../symbols/style.ts";
import { emptyPart, ink, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** Lines without a painting of their own, as an uploaded overlay has them: one cased stroke. */
export function buildLines(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const width = 2.4 * context.k;
  for (const feature of features) {
    const lines = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || lines.length === 0) continue;
    const { plan_status } = feature.properties;
    const paint =
      context.colourBy === "plan_status" ? inkOf("plan_status", plan_status, context.theme) : ink(context, "neutral");
    const { dash, fill_dash = dash } = statusLook(collection, plan_status);
    const pen = fill_dash ? ({ paint, width, dash: fill_dash } as const) : ({ paint, width, cap: "round" } as const);
    part.under.push(
      ...group(strength, [
        line(lines, { paint: ink(context, "paper"), width: width + 2, cap: "round", opacity: 0.8 }),
        line(lines, pen),
      ]),
    );
    part.hits.push({ ref: { collection, code: feature.id }, kind: "line", lines, reach: width / 2 });
    const glyphs = context.language === "en" ? "turned" : "steep-upright";
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "road",
        { kind: "line", lines, beside: 0, glyphs, apart: true },
        { strength },
      ),
    );
  }
  return part;
}
