import type { PlanFeature } from "../../api/types.ts";
import { term } from "../../catalogue.ts";
import type { Box } from "../../geo/line.ts";
import { overlap } from "../../geo/polygon.ts";
import { hubSign } from "../../symbols/markers.ts";
import { group, type Point, type Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number } from "../../symbols/style.ts";
import {
  emptyPart,
  ink,
  isSelected,
  nameOf,
  pointOf,
  type SceneContext,
  type ScenePart,
  strengthOf,
} from "./context.ts";
import { nameLabel } from "./label.ts";

export function buildHubs(context: SceneContext, collection: string, features: readonly PlanFeature[]): ScenePart {
  const part = emptyPart();
  const size = number(layerStyle(collection).size, 18) * (context.compact ? 0.94 : 1);
  for (const feature of features) {
    const at = pointOf(context, feature.geometry);
    const strength = at && strengthOf(context, collection, feature);
    if (!at || strength === null) continue;
    const glyph = String(term("hub_kind", String(feature.properties.hub_kind))?.glyph ?? "train");
    part.over.push(
      ...group(strength, hubSign(at, size, glyph, context.theme, isSelected(context, collection, feature.id)), true),
    );
    part.hits.push({
      ref: { collection, code: feature.id },
      kind: "point",
      lines: [[at]],
      reach: size / 2 + 1,
    });
    part.labels.push(
      ...nameLabel(
        context,
        collection,
        feature,
        "hub",
        { kind: "point", at, clear: size / 2 + 2, sides: ["right", "left", "below", "above"] },
        { strength },
      ),
    );
  }
  return part;
}

export type EdgeSign = { code: string; at: Point; angle: number; name: string; box: Box };

/** Where signs can stand: in the open part of the window, beside what floats over it. */
export type EdgeRoom = { view: Box; open: Box; panels: readonly Box[]; signs: readonly Box[] };

/** A sign is set no further in than this share of the way from the middle to the edge. */
const INNERMOST = 0.5;
const STEPS = 8;

/**
 * Arrows to the hubs that cannot be seen: where the way to them leaves the open part of the window, or as far in as an
 * obstacle asks. They say where, not how far: a distance from wherever the window happens to be says nothing.
 */
export function edgeSigns(
  context: SceneContext,
  features: readonly PlanFeature[],
  { view, open, panels, signs: others }: EdgeRoom,
  measure: (text: string, size: number) => number,
): EdgeSign[] {
  const margin = { x: 52, y: 20 };
  const centre: Point = [(open.left + open.right) / 2, (open.top + open.bottom) / 2];
  const halfWidth = (open.right - open.left) / 2 - margin.x;
  const halfHeight = (open.bottom - open.top) / 2 - margin.y;
  if (halfWidth < 40 || halfHeight < 40) return [];
  const signs: EdgeSign[] = [];
  const most = context.compact ? 1 : 3;
  const isSeen = ([x, y]: Point) => holds(view, x, y) && !panels.some((panel) => holds(panel, x, y));
  const far = features
    .map((feature) => ({ feature, at: pointOf(context, feature.geometry) }))
    .filter((entry): entry is { feature: PlanFeature; at: Point } => entry.at !== null && !isSeen(entry.at))
    .map((entry) => ({ ...entry, dx: entry.at[0] - centre[0], dy: entry.at[1] - centre[1] }))
    .sort((a, b) => rank(a.feature) - rank(b.feature) || Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
  for (const { feature, dx, dy } of far) {
    if (signs.length >= most) break;
    const edge = Math.min(halfWidth / Math.max(1e-6, Math.abs(dx)), halfHeight / Math.max(1e-6, Math.abs(dy)));
    const { text } = nameOf(context, feature);
    const half = Math.max(measure(text, 12), 24) / 2 + 4;
    for (let step = 0; step <= STEPS; step++) {
      const scale = edge * (1 - (step / STEPS) * (1 - INNERMOST));
      const x = Math.min(open.right - half - 8, Math.max(open.left + half + 8, centre[0] + dx * scale));
      const y = centre[1] + dy * scale;
      const box = { left: x - half, right: x + half, top: y - 24, bottom: y + 12 };
      if ([...panels, ...others, ...signs.map((sign) => sign.box)].some((other) => overlap(other, box))) continue;
      signs.push({ code: feature.id, at: [x, y], angle: Math.atan2(dy, dx), name: text, box });
      break;
    }
  }
  return signs;
}

const holds = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

const rank = (feature: PlanFeature): number =>
  ["airport", "high-speed-station", "station", "port"].indexOf(String(feature.properties.hub_kind));

/** An arrow turned towards the hub, and its name. */
export function buildEdgeSign(context: SceneContext, sign: EdgeSign): Primitive[] {
  const [x, y] = sign.at;
  const halo = { colour: ink(context, "halo"), width: 3 };
  const turned = sign.angle + Math.PI / 2;
  const points = arrowPoints([x, y - 15], turned);
  return [
    {
      kind: "path",
      lines: [points],
      closed: true,
      fill: ink(context, "hub-text"),
      stroke: { paint: halo.colour, width: 1 },
    },
    {
      kind: "text",
      text: sign.name,
      at: [x, y + 3],
      size: 12,
      weight: 600,
      family: "sans",
      colour: ink(context, "hub-text"),
      halo,
    },
  ];
}

function arrowPoints([x, y]: Point, angle: number): Point[] {
  const outline: Point[] = [
    [0, -8.5],
    [6.5, -0.5],
    [2.4, -0.5],
    [2.4, 7.5],
    [-2.4, 7.5],
    [-2.4, -0.5],
    [-6.5, -0.5],
  ];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return outline.map(([px, py]) => [x + px * cos - py * sin, y + px * sin + py * cos]);
}
