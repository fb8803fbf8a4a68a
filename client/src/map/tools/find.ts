import { hasRole } from "../../catalogue.ts";
import type { Box } from "../../geo/line.ts";
import { layers } from "../../layers/view.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { FeatureRef, Press } from "../../viewport/map-link.ts";
import { allHits, hitTest } from "../hit.ts";
import type { PlacedLabel } from "../labels/place.ts";
import type { HitTarget } from "../scene/context.ts";
import type { CellOnScreen } from "../tiles/press.ts";
import type { ToolContext } from "./tool.ts";

/** What lies at a place of the window: a feature, the symbol of many, or the bubble beside a badge. `sign` when it is a point. */
export type Found = {
  ref: FeatureRef | null;
  cell: CellOnScreen | null;
  sign: HitTarget | null;
  bubble: PlacedLabel | null;
};

const NOTHING: Found = { ref: null, cell: null, sign: null, bubble: null };
/** How far from it a feature is still meant, in pixels. */
const MOUSE = 4;
const FINGER = 22;
/** Side of the least surface that a finger meets (WCAG 2.5.5). */
const FINGER_SIDE = 2 * FINGER;

/** Everything at a place besides the one that a press opens there, and the layers that were looked at in vain; null when it is the only one. */
export function pressAt(on: ToolContext, at: { x: number; y: number }, opened: FeatureRef): Press | null {
  const now = on.painted();
  if (!now) return null;
  const { point, tolerance } = placeOf(on, at);
  // an arrow at the edge stands for something elsewhere
  const targets = [...now.scene.hits, ...now.tiles.near(point, tolerance)];
  const found = allHits(targets, now.labels, point, tolerance);
  const isOpened = ({ collection, code }: FeatureRef) => collection === opened.collection && code === opened.code;
  if (found.length < 2 || !found.some(isOpened)) return null;
  const counted = now.tiles.cells().filter((cell) => isOnCell(cell, point, tolerance));
  const there = new Set([...found, ...counted].map(({ collection }) => collection));
  // the ground of everything lies everywhere, and only its boundary is worth a word
  const { lng, lat } = on.map.containerPointToLatLng([at.x, at.y]);
  const isMissed = (id: string) => !there.has(id) && !hasRole(id, "boundary");
  return {
    found: found.map((ref) => ({ ...ref, feature: now.tiles.find(ref) })),
    without: layers.peek().flatMap(({ id, visible }) => (visible && isMissed(id) ? [id] : [])),
    at: [lng, lat],
  };
}

function placeOf({ offset, isFinger }: ToolContext, at: { x: number; y: number }) {
  const margin = offset();
  const point: Point = [at.x + margin.x, at.y + margin.y];
  return { point, tolerance: isFinger() ? FINGER : MOUSE };
}

const isOnCell = ({ at: [x, y], r }: CellOnScreen, point: Point, tolerance: number): boolean =>
  Math.hypot(point[0] - x, point[1] - y) <= r + tolerance / 2;

/** The bubble whose surface, or for a finger the room around it, holds a place. */
export function bubbleAt(labels: readonly PlacedLabel[], [x, y]: Point, least: number): PlacedLabel | null {
  const holds = ({ left, top, right, bottom }: Box) =>
    Math.abs(x - (left + right) / 2) <= Math.max(right - left, least) / 2 &&
    Math.abs(y - (top + bottom) / 2) <= Math.max(bottom - top, least) / 2;
  return labels.find(({ request, boxes }) => request.bubble && boxes.some(holds)) ?? null;
}

/** Bubbles and signs before symbols, symbols before names, lines and areas. */
export function findAt(on: ToolContext, at: { x: number; y: number }): Found {
  const now = on.painted();
  if (!now) return NOTHING;
  const { point, tolerance } = placeOf(on, at);
  const targets = [...now.hits, ...now.tiles.near(point, tolerance)];
  // what a finger is on comes before what is near it
  const onBubble =
    bubbleAt(now.labels, point, 0) ??
    (on.isFinger() &&
    !hitTest(
      targets.filter(({ kind }) => kind === "point"),
      [],
      point,
      0,
    )
      ? bubbleAt(now.labels, point, FINGER_SIDE)
      : null);
  if (onBubble) return { ...NOTHING, ref: onBubble.request.bubble?.of ?? null, bubble: onBubble };
  const cell = now.tiles.cells().find((one) => isOnCell(one, point, tolerance)) ?? null;
  const signs = targets.filter(({ kind }) => kind === "point");
  const onSign = hitTest(signs, [], point, cell ? MOUSE : tolerance);
  const sign = signs.find(({ ref }) => ref.collection === onSign?.collection && ref.code === onSign.code) ?? null;
  if (onSign) return { ...NOTHING, ref: onSign, sign };
  return cell ? { ...NOTHING, cell, sign } : { ...NOTHING, ref: hitTest(targets, now.labels, point, tolerance), sign };
}
