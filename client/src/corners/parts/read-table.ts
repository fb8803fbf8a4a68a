import {
  type Corner,
  type CornerFault,
  type CornerRow,
  type CornerText,
  NOTHING_STATED,
  type Order,
  RingBuilder,
  shortRings,
} from "../corner-text.ts";
import { type Columns, headingOf } from "./columns.ts";
import { figureOf, UNKNOWN } from "./figure.ts";

type At = CornerRow["at"];
/** `corner`: a code where it is none. */
type Row = { corner: Corner | CornerFault["code"]; ring: string | null; at: At };

/**
 * A table of corners, as it is typed or pasted from a spreadsheet: a row a corner, 点号 · X · Y with or without heading,
 * perhaps with the number of the ring. An empty line, a line of words or a corner that repeats the first ends a ring.
 */
export function readTable(lines: readonly string[]): CornerText {
  const separator = separatorOf(lines);
  const rings = new RingBuilder();
  const faults: CornerFault[] = [];
  const aside: number[] = [];
  let columns: Columns | null = null;
  let order: Order | null = null;
  const areApart = isDoubleSpaced(lines);
  lines.forEach((text, i) => {
    const line = i + 1;
    const cells = cellsOf(text, separator);
    if (cells.length === 0) {
      if (!areApart) rings.end();
      return;
    }
    // a row of figures is no heading: of a hundred thousand lines nearly all are such rows
    const isOfFigures =
      cells.filter((cell) => figureOf(cell) !== null).length > 1 || cells.some((cell) => cell.startsWith(UNKNOWN));
    const heading = isOfFigures ? null : headingOf(cells);
    if (heading) {
      ({ columns, order } = heading);
      rings.end();
      return;
    }
    if (isRemark(text) || (!isOfFigures && isAside(cells, text))) {
      aside.push(line);
      rings.end();
      return;
    }
    const { corner, ring, at } = columns ? rowByColumns(cells, columns, line) : rowByPlace(cells, line);
    if (typeof corner === "string") {
      faults.push({ line, code: corner, text });
      rings.addFaulty(line, { cells, at }, ring);
    } else rings.add(corner, { cells, at }, ring);
  });
  rings.end();
  return {
    form: "table",
    rings: rings.rings,
    rows: rings.rows,
    separator:
      separator.source === "\\t" ? "\t" : separator.source === ";" ? ";" : separator.source === "\\s+" ? " " : ",",
    closing: rings.closing,
    stated: { ...NOTHING_STATED, order },
    faults: [...faults, ...(faults.length === 0 ? shortRings(rings.rings) : [])],
    aside,
  };
}

/** One for the whole text: a comma is a separator only where nothing stronger is. */
function separatorOf(lines: readonly string[]): RegExp {
  const has = (sign: string) => lines.some((line) => line.includes(sign));
  if (has("\t")) return /\t/;
  if (has(";")) return /;/;
  return has(",") || has("、") ? /[,、]/ : /\s+/;
}

function cellsOf(text: string, separator: RegExp): string[] {
  const cells = text
    .trimEnd()
    .split(separator)
    .map((cell) => cell.trim());
  while (cells.at(-1) === "") cells.pop();
  // an indented row has no empty first cell
  return cells.length > 1 && cells[0] === "" && separator.source !== "\\t" ? cells.slice(1) : cells;
}

/** Every second line is empty: that ends no ring. */
export function isDoubleSpaced(lines: readonly string[]): boolean {
  const kept = lines.map((line) => line.trim() !== "");
  const full = kept.filter(Boolean).length;
  return full > 2 && kept.every((is, i) => !is || !kept[i + 1]) && kept.length >= 2 * full - 1;
}

const isRemark = (text: string): boolean => /^\s*(?:#|\/\/)/.test(text);

/** Words and no corner: a name of a parcel, a remark, a sum. A corner whose figures are missing is none of these. */
function isAside(cells: readonly string[], text: string): boolean {
  const isOfWords =
    /[\u4e00-\u9fff]{2,}|[:=@]/.test(text) && !cells.some((cell) => /^(?:nan|[+-]?inf(?:inity)?)$/i.test(cell));
  return isOfWords || (cells.length > 1 ? !/\d|nan|inf/i.test(text) : figureOf(cells[0] ?? "") === null);
}

function rowByColumns(cells: readonly string[], at: Columns, line: number): Row {
  const ring = at.ring >= 0 ? (cells[at.ring] ?? "") : null;
  return { corner: cornerOf(line, cells, at), ring, at };
}

/** A number of a point is a word, or a whole number too small for a coordinate of metres. */
const isLabel = (cell: string): boolean => figureOf(cell) === null || /^\d{1,5}$/.test(cell);
const isRing = (cell: string): boolean => /^\d{1,3}$/.test(cell);

function rowByPlace(cells: readonly string[], line: number): Row {
  const at = placesOf(cells);
  const ring = at.ring >= 0 ? (cells[at.ring] ?? "") : null;
  if (cells.length < 2) return { corner: "figure_missing", ring, at };
  if (cells.length > 4) return { corner: "too_many_figures", ring, at };
  return { corner: cornerOf(line, cells, at), ring, at };
}

/** 点号 · X · Y, X · Y, 点号 · 圈号 · X · Y, or 点号 · X · Y and a height. */
function placesOf([a = "", b = "", ...others]: readonly string[]): At {
  const known = { label: -1, ring: -1, first: 0, second: 1 };
  if (others.length === 0) return b === "" ? { ...known, second: -1 } : known;
  if (others.length === 1) return isLabel(a) ? { ...known, label: 0, first: 1, second: 2 } : known;
  return isRing(b) ? { label: 0, ring: 1, first: 2, second: 3 } : { ...known, label: 0, first: 1, second: 2 };
}

function cornerOf(line: number, cells: readonly string[], at: At): Corner | CornerFault["code"] {
  const [one, other] = [cells[at.first], cells[at.second]];
  if (!one || !other || one === UNKNOWN || other === UNKNOWN) return "figure_missing";
  const [first, second] = [figureOf(one), figureOf(other)];
  if (first === null || second === null) return "not_a_number";
  return { line, label: cells[at.label] ?? "", first, second };
}
