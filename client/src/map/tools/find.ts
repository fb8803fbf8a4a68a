import { hasRole } from "../../catalogue.ts";
import { layers } from "../../layers/view.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { FeatureRef, Press } from "../../viewport/map-link.ts";
import { allHits, hitTest } from "../hit.ts";
import type { HitTarget } from "../scene/context.ts";
import type { CellOnScreen } from "../tiles/press.ts";
import type { ToolContext } from "./tool.ts";

/** What lies at a place of the window: a feature, or the symbol of many. `sign` when it is a point. */
export type Found = { ref: FeatureRef | null; cell: CellOnScreen | null; sign: HitTarget | null };

const NOTHING: Found = { ref: null, cell: null, sign: null };
/** How far from it a feature is still meant, in pixels. */
const MOUSE = 4;
const FINGER = 22;

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
  const isMissed = (id: string) => !there.has(id) && !hasRole(id, "boundary");
  return {
    found: found.map((ref) => ({ ...ref, feature: now.tiles.find(ref) })),
    without: layers.peek().flatMap(({ id, visible }) => (visible && isMissed(id) ? [id] : [])),
  };
}

function placeOf({ offset, isFinger }: ToolContext, at: { x: number; y: number }) {
  const margin = offset();
  const point: Point = [at.x + margin.x, at.y + margin.y];
  return { point, tolerance: isFinger() ? FINGER : MOUSE };
}

const isOnCell = ({ at: [x, y], r }: CellOnScreen, point: Point, tolerance: number): boolean =>
  Math.hypot(point[0] - x, point[1] - y) <= r + tolerance / 2;

/** Signs before symbols, symbols before names, lines and areas. */
export function findAt(on: ToolContext, at: { x: number; y: number }): Found {
  const now = on.painted();
  if (!now) return NOTHING;
  const { point, tolerance } = placeOf(on, at);
  const targets = [...now.hits, ...now.tiles.near(point, tolerance)];
  const cell = now.tiles.cells().find((one) => isOnCell(one, point, tolerance)) ?? null;
  const signs = targets.filter(({ kind }) => kind === "point");
  const onSign = hitTest(signs, [], point, cell ? MOUSE : tolerance);
  const sign = signs.find(({ ref }) => ref.collection === onSign?.collection && ref.code === onSign.code) ?? null;
  if (onSign) return { ref: onSign, cell: null, sign };
  return cell ? { ref: null, cell, sign } : { ref: hitTest(targets, now.labels, point, tolerance), cell, sign };
}
