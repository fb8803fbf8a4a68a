import type { Point } from "../../symbols/primitives.ts";
import type { FeatureRef } from "../../viewport/map-link.ts";
import { hitTest } from "../hit.ts";
import type { HitTarget } from "../scene/context.ts";
import type { CellOnScreen } from "../tiles/press.ts";
import type { ToolContext } from "./tool.ts";

/** What lies at a place of the window: a feature, or the symbol of many. `sign` when it is a point. */
export type Found = { ref: FeatureRef | null; cell: CellOnScreen | null; sign: HitTarget | null };

const NOTHING: Found = { ref: null, cell: null, sign: null };
/** How far from it a feature is still meant, in pixels. */
const MOUSE = 4;
const FINGER = 22;

/** Signs before symbols, symbols before names, lines and areas. */
export function findAt({ painted, offset, isFinger }: ToolContext, at: { x: number; y: number }): Found {
  const now = painted();
  if (!now) return NOTHING;
  const margin = offset();
  const point: Point = [at.x + margin.x, at.y + margin.y];
  const tolerance = isFinger() ? FINGER : MOUSE;
  const targets = [...now.hits, ...now.tiles.near(point, tolerance)];
  const isOn = ({ at: [x, y], r }: CellOnScreen) => Math.hypot(point[0] - x, point[1] - y) <= r + tolerance / 2;
  const cell = now.tiles.cells().find(isOn) ?? null;
  const signs = targets.filter(({ kind }) => kind === "point");
  const onSign = hitTest(signs, [], point, cell ? MOUSE : tolerance);
  const sign = signs.find(({ ref }) => ref.collection === onSign?.collection && ref.code === onSign.code) ?? null;
  if (onSign) return { ref: onSign, cell: null, sign };
  return cell ? { ref: null, cell, sign } : { ref: hitTest(targets, now.labels, point, tolerance), cell, sign };
}
