import type { PlanFeature } from "../../api/types.ts";
import { distance } from "../../geo/line.ts";
import { characterOf, marker, shapeOf as statusShape } from "../../symbols/markers.ts";
import { group, line, type Point, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number } from "../../symbols/style.ts";
import { emptyPart, ink, pointOf, type SceneContext, type ScenePart, statusOf, strengthOf } from "./context.ts";
import { fanOut } from "./fan-out.ts";
import { nameLabel } from "./label.ts";
import { parkBadges } from "./parks.ts";
import { projectInk } from "./sites.ts";

/** Radius of the signs of a collection at this zoom. */
export function signRadius(context: SceneContext, collection: string): number {
  const zoomed = Math.min(1.35, Math.max(0.8, 2 ** ((context.zoom - 12.2) * 0.2)));
  return number(layerStyle(collection, "Point").radius, 7) * zoomed * (context.compact ? 0.94 : 1);
}

/** The sign of a feature: shape by status, colour and character by chain or kind. */
export function sign(context: SceneContext, collection: string, feature: PlanFeature, at: Point): Primitive[] {
  const style = layerStyle(collection, "Point");
  const look = {
    shape: statusShape(statusOf(context, feature)),
    ink: projectInk(context, feature),
    ground: ink(context, "marker-ground"),
    char: characterOf(feature) ?? style.char,
    hollow: feature.properties.placement === "inferred",
  };
  return marker(at, signRadius(context, collection), look, number(style.casing, 1.5));
}

/** From a sign that has been set aside to where it stands. */
export function leader(home: Point, at: Point, paint: string, strength: number): Primitive[] {
  return [
    line([[home, at]], { paint, width: 1, opacity: 0.55 * strength }),
    { kind: "disc", at: home, r: 1.6, fill: paint, fillOpacity: 0.7 * strength },
  ];
}

/** How far apart signs of a radius are set. */
export const signReach = (r: number): number => r * 1.3;

/** Projects, facilities, enterprises, and points of uploaded overlays. */
export function buildPoints(
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
  all: ReadonlyMap<string, readonly PlanFeature[]> = new Map(),
): ScenePart {
  const part = emptyPart();
  const style = layerStyle(collection, "Point");
  const r = signRadius(context, collection);
  const shown: { feature: PlanFeature; at: Point; strength: number }[] = [];
  for (const feature of features) {
    const at = pointOf(context, feature.geometry);
    const strength = at && strengthOf(context, collection, feature);
    if (at && strength !== null) shown.push({ feature, at, strength });
  }
  const places = fanOut(
    shown.map(({ feature, at }) => ({ key: feature.id, at })),
    signReach(r),
    parkBadges(context, all).map(({ at, size }) => ({ at, reach: size * 0.56 })),
  );
  for (const { feature, at: home, strength } of shown) {
    const at = places.get(feature.id) ?? home;
    if (distance(at, home) > r) part.under.push(...leader(home, at, projectInk(context, feature), strength));
    part.over.push(...group(strength, sign(context, collection, feature, at), true));
    part.hits.push({ ref: { collection, code: feature.id }, kind: "point", lines: [[at]], reach: r * 1.2 });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        style.label ?? "point",
        { kind: "point", at, clear: r * 1.25, sides: ["right", "below", "left", "above"] },
        { strength },
      ),
    );
  }
  return part;
}
