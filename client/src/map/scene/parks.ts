import type { PlanFeature } from "../../api/types.ts";
import { centroid, largest } from "../../geo/polygon.ts";
import { badgeSize, badgeValue } from "../../symbols/badge.ts";
import { parkBadge, rankBadge } from "../../symbols/markers.ts";
import { area, group, outline, type Point } from "../../symbols/primitives.ts";
import { drawnAs, layerStyle, number } from "../../symbols/style.ts";
import type { LabelPlace, Side } from "../labels/request.ts";
import { bubbleLabel } from "./bubble.ts";
import { emptyPart, ink, isSelected, type SceneContext, type ScenePart, shapeOf, strengthOf } from "./context.ts";
import { nameLabel } from "./label.ts";

/** A rank is read from afar. */
const RANK_PX = 24;

const SIDES: readonly Side[] = [
  ...(["below", "above", "right", "left"] as const),
  ...(["below-right", "above-right", "below-left", "above-left", "below-far", "above-far"] as const),
];

/** Parks: the plan gives no sites, so each is the circle of its own uncertainty, faint, with its number. */
export function buildParks(
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
  all: ReadonlyMap<string, readonly PlanFeature[]>,
): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection);
  const ring = number(style.line_opacity, 0.4);
  for (const feature of features) {
    const rings = shapeOf(context, feature.geometry);
    const strength = strengthOf(context, collection, feature);
    if (strength === null || rings.length === 0) continue;
    const surveyed = feature.properties.placement === "surveyed";
    const selected = isSelected(context, collection, feature.id);
    const rank = context.ranks?.get(feature.id);
    const stroke = selected
      ? { paint: ink(context, "selection"), width: 2.2, opacity: 1 }
      : rank !== undefined
        ? { paint: ink(context, "selection"), width: 1.8 * context.k, opacity: 1 }
        : {
            paint: ink(context, style.line),
            width: number(style.width, 1.2) * context.k,
            opacity: surveyed ? 1 : ring,
          };
    // Park 12 takes the core city's outline: the ring that is there already says it better than dashes upon it.
    const shared = drawnAs("core").some((core) => all.get(core)?.some(({ id }) => id === feature.properties.placed_by));
    if (!shared || selected) {
      const fill = number(context.theme === "dark" ? style.fill_opacity_dark : style.fill_opacity, 0.03);
      part.under.push(
        ...group(strength, [
          area(rings, ink(context, style.fill), fill),
          outline(rings, surveyed ? stroke : { ...stroke, dash: style.dash ?? [] }),
        ]),
      );
    }
    const { at, size } = badgeOf(context, feature, rings);
    const badge =
      rank === undefined
        ? parkBadge(at, size, feature.properties.number ?? null, context.theme, selected)
        : rankBadge(at, size, rank, context.theme);
    part.over.push(...group(strength, badge, true));
    part.hits.push(
      { ref: { collection, code: feature.id }, kind: "point", lines: [[at]], reach: size / 2 + 2 },
      { ref: { collection, code: feature.id }, kind: "line", lines: rings, reach: 2, encloses: true },
    );
    const place: LabelPlace = { kind: "point", at, clear: size / 2 + 3, sides: SIDES };
    part.labels.push(
      ...bubbleLabel(context, collection, feature, place),
      ...nameLabel(
        context,
        collection,
        feature,
        "park",
        place,
        // the twelve are what the plan is asked for: on a desk each is named
        { strength, insists: !context.compact },
      ),
    );
  }
  return part;
}

export type Badge = { at: Point; size: number };

/** Where a park's number stands, and how large it is at this horizon and zoom. */
function badgeOf(context: SceneContext, feature: PlanFeature, rings: readonly (readonly Point[])[]): Badge {
  const scale = (context.compact ? 0.92 : 1) * Math.min(1.1, Math.max(0.78, 2 ** ((context.zoom - 12) * 0.3)));
  const size = badgeSize(badgeValue(feature, context.badge, context.horizon), context.badge) * scale;
  return { at: centroid(largest(rings)), size: context.ranks?.has(feature.id) ? Math.max(RANK_PX, size) : size };
}

/** The badges that will be painted: other signs keep off them. */
export function parkBadges(context: SceneContext, all: ReadonlyMap<string, readonly PlanFeature[]>): Badge[] {
  return drawnAs("park").flatMap((collection) => {
    if (context.zoom < number(layerStyle(collection).min_zoom, 0) && !context.ranks) return [];
    return (all.get(collection) ?? [])
      .filter((feature) => strengthOf(context, collection, feature) !== null)
      .map((feature) => ({ feature, rings: shapeOf(context, feature.geometry) }))
      .filter(({ rings }) => rings.length > 0)
      .map(({ feature, rings }) => badgeOf(context, feature, rings));
  });
}
