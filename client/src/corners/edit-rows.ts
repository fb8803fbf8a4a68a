import type { CornerRow, CornerText } from "./corner-text.ts";
import { figureOf, plainText, UNKNOWN } from "./parts/figure.ts";
import { isDoubleSpaced } from "./parts/read-table.ts";
import { readCorners } from "./read-corners.ts";

/**
 * The text of corners changed row by row, as a table does. The text stays the one thing that is read: a row is one of its
 * lines, changed where it stands. A figure that is missing, or is none, is written with `?` before it, so that its line
 * stays a row.
 */

export const COLUMNS = ["label", "first", "second"] as const;
export type Column = (typeof COLUMNS)[number];
export type Edited = { readonly text: string; readonly line: number };

const LONGEST_LABEL = 40;

/** What stands in a column of a row, as somebody typed it. */
export function cellOf(row: CornerRow, column: Column): string {
  const cell = row.cells[row.at[column]] ?? "";
  return column === "label" ? cell : cell.replace(/^\?/, "");
}

/** Another value in a cell; null where its line would be no row any more, or another one. */
export function setCell(text: string, line: number, column: Column, value: string): Edited | null {
  const on = prepare(text, line);
  const row = on.found.rows.find((one) => one.line === on.line);
  if (!row) return null;
  const cells = withCells(row, on.found.separator, { [column]: value });
  on.lines[on.line - 1] = cells.join(on.found.separator);
  const next = on.lines.join("\n");
  const now = readCorners(next).rows.find((one) => one.line === on.line);
  const isMeant = now && (now.cells[now.at[column]] ?? "") === written(column, value, on.found.separator);
  return isMeant ? { text: next, line: on.line } : null;
}

/** A row after another one, or at the end; its number goes on from that. */
export function addRow(text: string, after: number | null): Edited {
  const on = prepare(text, after ?? 0);
  const { rows } = on.found;
  const before = after === null ? rows.at(-1) : rows.find((one) => one.line === on.line);
  if (!before) return firstRow(on.lines);
  on.lines.splice(before.line, 0, rowAfter(before, on.found));
  return { text: on.lines.join("\n"), line: before.line + 1 };
}

/** A ring after the last one, with its first row. */
export function addRing(text: string): Edited {
  const on = prepare(text, 0);
  const before = on.found.rows.at(-1);
  if (!before) return firstRow(on.lines);
  const lines = withoutEnd(on.lines);
  const ring = figureOf(before.cells[before.at.ring] ?? "");
  const cells = before.cells.map((cell, i) => (ring !== null && i === before.at.ring ? String(ring + 1) : cell));
  lines.push("", rowAfter({ ...before, cells }, on.found));
  return { text: lines.join("\n"), line: lines.length };
}

/** `line`: the row that stands there then, or the last one. */
export function deleteRow(text: string, line: number): Edited {
  const on = prepare(text, line);
  on.lines.splice(on.line - 1, 1);
  const next = on.lines.join("\n");
  const { rows } = readCorners(next);
  return { text: next, line: (rows.find((row) => row.line >= on.line) ?? rows.at(-1))?.line ?? 0 };
}

/** Cells of another table, from a cell on to the right and down; rows that are not there are added. Null of more columns than there are. */
export function pasteCells(
  text: string,
  line: number,
  column: Column,
  grid: readonly (readonly string[])[],
): Edited | null {
  const wide = Math.max(...grid.map((cells) => cells.length));
  if (wide > COLUMNS.length) return null;
  // three columns are number and figures, wherever they are pasted
  const columns = COLUMNS.slice(Math.min(COLUMNS.indexOf(column), COLUMNS.length - wide));
  const on = prepare(text, line);
  const { rows, separator } = on.found;
  const start = rows.findIndex((row) => row.line === on.line);
  const last = rows.at(-1);
  if (start < 0 || !last) return null;
  let made = last;
  const added: string[] = [];
  grid.forEach((cells, i) => {
    const values = Object.fromEntries(cells.map((cell, k) => [columns[k] as Column, cell]));
    const row = rows[start + i];
    if (row) on.lines[row.line - 1] = withCells(row, separator, values).join(separator);
    else {
      made = { ...made, cells: cellsAfter(made, on.found, values) };
      added.push(made.cells.join(separator));
    }
  });
  on.lines.splice(last.line, 0, ...added);
  return { text: on.lines.join("\n"), line: on.line };
}

/** The lines of a text, each row on a line of its own: without empty lines between all of them, and without corners that only close a ring. */
function prepare(text: string, line: number): { lines: string[]; line: number; found: CornerText } {
  const all = text.split(/\r\n|\r|\n/);
  const areApart = isDoubleSpaced(all);
  const lines = areApart ? all.filter((one) => one.trim() !== "") : all;
  const at = areApart ? all.slice(0, line).filter((one) => one.trim() !== "").length : line;
  const { closing } = readCorners(lines.join("\n"));
  for (const one of closing) lines[one - 1] = "";
  return { lines, line: at, found: readCorners(lines.join("\n")) };
}

function withCells(row: CornerRow, separator: string, values: Partial<Record<Column, string>>): string[] {
  const cells = [...row.cells];
  for (const column of ["first", "second"] as const) {
    const value = values[column];
    if (value === undefined) continue;
    const at = row.at[column] < 0 ? cells.length : row.at[column];
    while (cells.length < at) cells.push("");
    cells[at] = written(column, value, separator);
  }
  const label = values.label === undefined ? null : written("label", values.label, separator);
  if (label !== null && row.at.label >= 0) cells[row.at.label] = label;
  else if (label) cells.unshift(label);
  return cells;
}

/** As a cell says it: on one line, and without what separates cells. */
function written(column: Column, value: string, separator: string): string {
  const plain = plainText(value).replace(/\s+/g, " ").trim();
  const apart = separator === "," ? /[,、]/g : separator === " " ? /\s/g : new RegExp(separator, "g");
  const bare = plain.replace(apart, "").replace(/^\?+/, "");
  // a line that begins like a remark would be one
  if (column === "label") return bare.replace(/^[#/]+/, "").slice(0, LONGEST_LABEL);
  return bare !== "" && figureOf(bare) !== null ? bare : `${UNKNOWN}${bare}`;
}

const rowAfter = (row: CornerRow, found: CornerText): string => cellsAfter(row, found, {}).join(found.separator);

/** A row like another one, with figures that nobody has said yet. */
function cellsAfter(row: CornerRow, { rows, separator }: CornerText, said: Partial<Record<Column, string>>): string[] {
  const label = numberAfter(cellOf(row, "label"));
  const isTaken = rows.some((one) => cellOf(one, "label") === label);
  const own = { label: isTaken ? "" : label, first: "", second: "", ...said };
  // what else the row says, a height perhaps, is that of its own corner
  const known = Object.values(row.at);
  return withCells({ ...row, cells: row.cells.map((cell, i) => (known.includes(i) ? cell : "")) }, separator, own);
}

const numberAfter = (label: string): string => label.replace(/\d+$/, (digits) => String(Number(digits) + 1));

function firstRow(lines: readonly string[]): Edited {
  const kept = withoutEnd(lines);
  kept.push(["J1", UNKNOWN, UNKNOWN].join("\t"));
  return { text: kept.join("\n"), line: kept.length };
}

function withoutEnd(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== "");
  return lines.slice(0, end + 1);
}
