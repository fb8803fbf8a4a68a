/** Corners as a text has them: figures in the order in which they stand, before anybody has said what they mean. */
export type Corner = {
  /** Of the text, from 1. */
  readonly line: number;
  /** The number of the point (点号); empty where there is none. */
  readonly label: string;
  readonly first: number;
  readonly second: number;
};

/** Corners of a ring, each once: a last one that repeats the first is left out. */
export type CornerRing = readonly Corner[];

/** A line that is a corner, or should be one: its cells as they stand, whether figures or not. */
export type CornerRow = {
  readonly line: number;
  /** Which of the rings it belongs to, from 0. */
  readonly ring: number;
  readonly cells: readonly string[];
  /** Where its number, the number of its ring and its two figures stand among the cells; -1 where they do not. */
  readonly at: { readonly label: number; readonly ring: number; readonly first: number; readonly second: number };
};

/** Which of the two figures is the northing, or the latitude. In the tables of land offices X is north and stands first. */
export type Order = "north-first" | "east-first";

/** What a text says of itself; null where it says nothing. */
export type Stated = {
  readonly order: Order | null;
  /** `xian-80`, `beijing-54`: datums that stand up to a hundred metres off, and that nothing here converts. */
  readonly datum: "cgcs2000" | "xian-80" | "beijing-54" | "other" | null;
  readonly unit: "metre" | "degree" | null;
  /** Of the 3-degree or 6-degree zones of Gauss-Krüger. */
  readonly zone: number | null;
  readonly corners: number | null;
  readonly area_ha: number | null;
};
export const NOTHING_STATED: Stated = {
  order: null,
  datum: null,
  unit: null,
  zone: null,
  corners: null,
  area_ha: null,
};

export type CornerFaultCode = "not_a_number" | "figure_missing" | "too_many_figures" | "ring_short";
/** Why a line is no corner, with the line as it stands. */
export type CornerFault = { readonly line: number; readonly code: CornerFaultCode; readonly text: string };

export type CornerText = {
  readonly form: "table" | "exchange";
  readonly rings: readonly CornerRing[];
  readonly stated: Stated;
  readonly faults: readonly CornerFault[];
  /** Every line of a corner, those with faults too. */
  readonly rows: readonly CornerRow[];
  /** What stands between the cells of a row that is written: a tab, a comma, a semicolon or a space. */
  readonly separator: string;
  /** Lines that repeat the first corner of their ring and close it. */
  readonly closing: readonly number[];
  /** Lines that are no corners and were left aside: headings, names of parcels. */
  readonly aside: readonly number[];
};

/** Rings of corners, one line of a text after the other. */
export class RingBuilder {
  readonly rings: Corner[][] = [];
  private current: Corner[] = [];
  private ring: string | null = null;

  readonly rows: CornerRow[] = [];
  readonly closing: number[] = [];
  private ringsBefore = 0;
  private hasRows = false;

  /** `ring`: what the text calls its ring, where it does. */
  add(corner: Corner, row: Pick<CornerRow, "cells" | "at">, ring: string | null = null): void {
    this.turnTo(ring);
    const [start] = this.current;
    const closes = this.current.length > 2 && start && start.first === corner.first && start.second === corner.second;
    if (closes) {
      this.closing.push(corner.line);
      this.end();
    } else {
      this.current.push(corner);
      this.note(corner.line, row);
    }
  }

  /** A line that should be a corner. */
  addFaulty(line: number, row: Pick<CornerRow, "cells" | "at">, ring: string | null = null): void {
    this.turnTo(ring);
    this.note(line, row);
  }

  end(): void {
    if (this.current.length > 0) this.rings.push(this.current);
    this.current = [];
    if (this.hasRows) this.ringsBefore += 1;
    this.hasRows = false;
  }

  private turnTo(ring: string | null): void {
    if (ring !== this.ring) this.end();
    this.ring = ring;
  }

  private note(line: number, { cells, at }: Pick<CornerRow, "cells" | "at">): void {
    this.hasRows = true;
    this.rows.push({ line, ring: this.ringsBefore, cells, at });
  }
}

/** A ring of one or two corners encloses nothing. */
export const shortRings = (rings: readonly CornerRing[]): CornerFault[] =>
  rings.flatMap((ring) =>
    ring[0] && ring.length < 3 ? [{ line: ring[0].line, code: "ring_short", text: ring[0].label }] : [],
  );
