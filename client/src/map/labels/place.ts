import type { Box } from "../../geo/line.ts";
import { overlap } from "../../geo/polygon.ts";
import type { TextPrimitive } from "../../symbols/primitives.ts";
import type { Candidate, Measure } from "./block.ts";
import { candidates } from "./candidates.ts";
import type { LabelRequest } from "./request.ts";

export type PlacedLabel = { request: LabelRequest; texts: TextPrimitive[]; boxes: Box[] };

const CELL = 48;

/** Boxes by cell, so that each question meets a handful of others. */
export function boxIndex() {
  const cells = new Map<number, Box[]>();
  const each = (box: Box, visit: (cell: number) => boolean): boolean => {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        if (visit(x * 100003 + y)) return true;
      }
    }
    return false;
  };
  return {
    add(box: Box): void {
      each(box, (cell) => {
        const list = cells.get(cell);
        if (list) list.push(box);
        else cells.set(cell, [box]);
        return false;
      });
    },
    free(box: Box): boolean {
      return !each(box, (cell) => cells.get(cell)?.some((other) => overlap(box, other)) ?? false);
    },
  };
}

/** So often the order is changed for names that insist. */
const ROUNDS = 4;

/**
 * Places labels greedily by priority over all layers: each takes the first of its candidates that lies in the view and
 * meets neither an obstacle (panels, badges, markers) nor a label already placed. No room: not painted, its sign stays.
 * Names that insist and find no room come before the others in a next round: names of areas and lines have many places,
 * and find another one. The same requests give the same result.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Box[],
  view: Box,
  measure: Measure,
): PlacedLabel[] {
  const order = [...requests].sort((a, b) => b.priority - a.priority || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const first = new Set<LabelRequest>();
  let best: PlacedLabel[] | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const taken = boxIndex();
    // What lies outside meets no label.
    for (const obstacle of obstacles) if (overlap(obstacle, view)) taken.add(obstacle);
    const placed = placeInOrder([...first, ...order.filter((request) => !first.has(request))], taken, view, measure);
    const out = leftOut(order, placed, view);
    // Nobody else may be lost for it: a core city is not left without its name so that a park has one.
    if (!best || (out.length < fewest && hasAll(best, placed))) {
      best = placed;
      fewest = out.length;
    }
    for (const request of out) first.add(request);
  }
  const rank = new Map(order.map((request, index) => [request, index]));
  return (best ?? []).sort((a, b) => (rank.get(a.request) as number) - (rank.get(b.request) as number));
}

const hasAll = (before: readonly PlacedLabel[], now: readonly PlacedLabel[]): boolean => {
  const there = new Set(now.map(({ request }) => request));
  return before.every(({ request }) => there.has(request));
};

/** Those that insist, stand in the view, and have found no place. */
function leftOut(order: readonly LabelRequest[], placed: readonly PlacedLabel[], view: Box): LabelRequest[] {
  const there = new Set(placed.map(({ request }) => request));
  return order.filter((request) => {
    const { insists, place } = request;
    if (!insists || place.kind !== "point" || there.has(request)) return false;
    const [x, y] = place.at;
    return x >= view.left && x <= view.right && y >= view.top && y <= view.bottom;
  });
}

function placeInOrder(
  order: readonly LabelRequest[],
  taken: ReturnType<typeof boxIndex>,
  view: Box,
  measure: Measure,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const request of order) {
    for (const candidate of candidates(request, view, measure)) {
      const boxes = boxesThatFit(candidate, view, taken);
      if (!boxes) continue;
      for (const box of boxes) taken.add(box);
      placed.push({ request, texts: candidate.texts(), boxes });
      break;
    }
  }
  return placed;
}

/** All boxes of a candidate; null at the first that lies outside or on something. */
function boxesThatFit(candidate: Candidate, view: Box, taken: ReturnType<typeof boxIndex>): Box[] | null {
  const boxes: Box[] = [];
  for (const box of candidate.boxes()) {
    const isIn = box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
    if (!isIn || !taken.free(box)) return null;
    boxes.push(box);
  }
  return boxes;
}
