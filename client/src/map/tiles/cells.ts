import { cellRadius } from "../../symbols/cells.ts";
import { EXTENT } from "./columns.ts";
import type { Cell, Look, TileFeature } from "./decode.ts";

/**
 * The cells of a tile as they are painted. The server counts in 16 × 16 cells; put together they have room for a number.
 * Each symbol lies whole in its own cell, so that none covers another and no tile cuts one.
 */
const LEAST_PX = 60;
const SERVER_SIDE = 16;
/** More signs than this in a cell would hide each other: they are counted as well, until the map is near enough. */
export const CROWD = 8;
const NEAR_ZOOM = 17;

/** Cells to a side of a tile that is `side` pixels large. */
export function cellsToSide(side: number): number {
  let cells = SERVER_SIDE;
  while (cells > 1 && side / cells < LEAST_PX) cells /= 2;
  return cells;
}

function cellNumber(x: number, y: number, side: number): number {
  const at = (value: number) => Math.min(side - 1, Math.max(0, Math.floor((value * side) / EXTENT)));
  return at(y) * side + at(x);
}

/** Neighbouring cells put together: counts add up, the place is the mean of what is counted. */
export function mergeCells(cells: readonly Cell[], side: number): Cell[] {
  const merged = new Map<number, Cell>();
  for (const cell of cells) {
    const key = cellNumber(cell.x, cell.y, side);
    const known = merged.get(key);
    if (!known) {
      merged.set(key, { ...cell, terms: { ...cell.terms } });
      continue;
    }
    const count = known.count + cell.count;
    const terms: Record<string, number> = { ...known.terms };
    for (const [name, number] of Object.entries(cell.terms)) terms[name] = (terms[name] ?? 0) + number;
    merged.set(key, {
      x: (known.x * known.count + cell.x * cell.count) / count,
      y: (known.y * known.count + cell.y * cell.count) / count,
      count,
      terms,
    });
  }
  return [...merged.values()];
}

/** Points apart from each other stay points; where they crowd, they become a cell. Nothing is lost: the counts add up. */
export function countCrowds(
  points: readonly TileFeature[],
  looks: readonly Look[],
  side: number,
  zoom: number,
  breakdowns: readonly string[],
): { single: TileFeature[]; cells: Cell[] } {
  const groups = new Map<number, TileFeature[]>();
  for (const point of points) {
    const [x = 0, y = 0] = point.lines[0] ?? [];
    const key = cellNumber(x, y, side);
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  const found: { single: TileFeature[]; cells: Cell[] } = { single: [], cells: [] };
  for (const group of groups.values()) {
    if (group.length > CROWD && zoom < NEAR_ZOOM) found.cells.push(cellOf(group, looks, breakdowns));
    else found.single.push(...group);
  }
  return found;
}

function cellOf(points: readonly TileFeature[], looks: readonly Look[], breakdowns: readonly string[]): Cell {
  const terms: Record<string, number> = {};
  let [x, y] = [0, 0];
  for (const { look, lines } of points) {
    x += lines[0]?.[0] ?? 0;
    y += lines[0]?.[1] ?? 0;
    for (const name of breakdowns) {
      const term = looks[look]?.[name];
      if (typeof term === "string" && term !== "") terms[`${name}.${term}`] = (terms[`${name}.${term}`] ?? 0) + 1;
    }
  }
  return { x: x / points.length, y: y / points.length, count: points.length, terms };
}

export const mostOf = (cells: readonly Cell[]): number => cells.reduce((most, { count }) => Math.max(most, count), 0);

/** Where a symbol stands and how large it is, in pixels of a tile whose side is `width` pixels. */
export type PlacedCell = { x: number; y: number; r: number; cell: Cell };

export function placeCell(cell: Cell, width: number, side: number, reference: number): PlacedCell {
  const room = width / side;
  const r = cellRadius(cell.count, reference, room / 2 - 1.5);
  const inside = (value: number) => {
    const from = Math.min(side - 1, Math.max(0, Math.floor((value * side) / EXTENT))) * room;
    return Math.min(from + room - r - 1.5, Math.max(from + r + 1.5, (value * width) / EXTENT));
  };
  return { x: inside(cell.x), y: inside(cell.y), r, cell };
}

/** Cells as numbers that move between threads: x, y, r in pixels of the tile as it was painted, and the count. */
export const NUMBERS_A_CELL = 4;

export const packCells = (placed: readonly PlacedCell[]): Float64Array =>
  Float64Array.from(placed.flatMap(({ x, y, r, cell }) => [x, y, r, cell.count]));
