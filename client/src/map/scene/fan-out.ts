import type { Point } from "../../symbols/primitives.ts";

type Sign = { key: string; at: Point };

/**
 * Signs that would cover each other are set on a ring about their common centre, in the order of their keys, so that
 * each can be seen and pressed. The same input gives the same places. Where more than `crowd` touch in a row, a ring
 * would lead too far from where they stand: there only those that hide each other leave their place.
 */
export function fanOut(
  points: readonly Sign[],
  reach: number,
  fixed: readonly { at: Point; reach: number }[] = [],
  crowd = Number.POSITIVE_INFINITY,
): Map<string, Point> {
  const sorted = [...points].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const groups = groupsWithin(sorted, 2 * reach).flatMap((group) =>
    group.length > crowd ? groupsWithin(group, HIDDEN * reach) : [group],
  );
  const places = new Map<string, Point>();
  for (const group of groups) {
    if (group.length === 1) {
      const [only] = group;
      if (only) places.set(only.key, only.at);
      continue;
    }
    const cx = group.reduce((sum, entry) => sum + entry.at[0], 0) / group.length;
    const cy = group.reduce((sum, entry) => sum + entry.at[1], 0) / group.length;
    // The order about the centre follows where they really are; equal places fall back to the keys.
    const angleOf = (entry: { at: Point }) => Math.round(Math.atan2(entry.at[1] - cy, entry.at[0] - cx) * 8);
    const ordered = [...group].sort((a, b) => angleOf(a) - angleOf(b));
    let placed = 0;
    let radius = 0;
    for (let ring = 0; placed < ordered.length; ring++) {
      const room = ring === 0 ? Math.min(ordered.length, 8) : Math.min(ordered.length - placed, 8 + 6 * ring);
      // Room for its own signs around the ring, and for those of the ring inside it.
      const around = (reach * 1.06) / Math.sin(Math.PI / Math.max(2, room));
      radius = ring === 0 ? around : Math.max(around, radius + reach * 2.12);
      for (let index = 0; index < room; index++) {
        const angle = (index / room) * 2 * Math.PI - (room === 2 ? Math.PI : Math.PI / 2);
        const entry = ordered[placed++] as { key: string };
        places.set(entry.key, [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]);
      }
    }
  }
  for (const [key, at] of places) places.set(key, aside(at, reach, fixed));
  return places;
}

/** Signs nearer than this, in reaches, hide each other more than half. */
const HIDDEN = 0.75;

/** Each sign joins the first group that has one nearer than `far`; squares of that size know who can be near. */
function groupsWithin(signs: readonly Sign[], far: number): Sign[][] {
  const groups: Sign[][] = [];
  const squares = new Map<string, { at: Point; group: number }[]>();
  for (const sign of signs) {
    const [x, y] = sign.at;
    const [column, row] = [Math.floor(x / far), Math.floor(y / far)];
    let first = groups.length;
    for (let across = -1; across <= 1; across++)
      for (let down = -1; down <= 1; down++)
        for (const { at, group } of squares.get(`${column + across} ${row + down}`) ?? [])
          if (group < first && Math.hypot(at[0] - x, at[1] - y) < far) first = group;
    if (first === groups.length) groups.push([]);
    groups[first]?.push(sign);
    const key = `${column} ${row}`;
    const square = squares.get(key);
    if (square) square.push({ at: sign.at, group: first });
    else squares.set(key, [{ at: sign.at, group: first }]);
  }
  return groups;
}

/** Signs that cannot move (the numbers of the parks) push others off, in the direction in which they already lie. */
function aside(at: Point, reach: number, fixed: readonly { at: Point; reach: number }[]): Point {
  const near = fixed.find((sign) => Math.hypot(at[0] - sign.at[0], at[1] - sign.at[1]) < sign.reach + reach);
  if (!near) return at;
  const far = Math.hypot(at[0] - near.at[0], at[1] - near.at[1]);
  const angle = far < 0.5 ? -Math.PI / 4 : Math.atan2(at[1] - near.at[1], at[0] - near.at[0]);
  const away = near.reach + reach;
  return [near.at[0] + away * Math.cos(angle), near.at[1] + away * Math.sin(angle)];
}
