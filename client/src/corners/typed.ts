import { computed, signal } from "@preact/signals";
import { NOTHING_STATED, type Stated } from "./corner-text.ts";
import { MOST_CORNERS, MOST_SIGNS, readCorners } from "./read-corners.ts";
import { type Reading, readAs } from "./readings.ts";

/** The text of corners that is typed or pasted, and as what it is read. It stays when its panel is closed. */

export const text = signal("");
/** As land offices write it, until somebody or the text itself says otherwise. */
export const reading = signal<Reading>({ system: "EPSG:4548", order: "north-first" });
/** Corners of a datum that nothing here converts are taken only when somebody has said so. */
export const datumAccepted = signal(false);

export const isTooLong = computed(() => text.value.length > MOST_SIGNS);
export const found = computed(() => readCorners(isTooLong.value ? "" : text.value));
export const cornerCount = computed(() => found.value.rings.reduce((sum, ring) => sum + ring.length, 0));
/** Null where there is nothing that could be drawn: no corner, a line that is none, or too many. */
export const read = computed(() => {
  const { rings, faults } = found.value;
  if (cornerCount.value === 0 || faults.length > 0 || cornerCount.value > MOST_CORNERS) return null;
  return readAs(rings, reading.value);
});

/** The row that somebody is at, by its line: its corner stands out on the map. */
export const chosenLine = signal<number | null>(null);
/** As what a corner is counted where it has no number of its own, from 1. */
export const numberOf = (line: number): number => found.value.rows.findIndex((row) => row.line === line) + 1;

/** Of a datum that stands metres away, and that somebody has not accepted. */
export const isOtherDatum = computed(() => {
  const { datum } = found.value.stated;
  return datum !== null && datum !== "cgcs2000";
});

export function type(next: string): void {
  const before = found.value.stated;
  text.value = next;
  const { stated } = found.value;
  if (!isSame(before, stated)) {
    reading.value = statedReading(stated, reading.value);
    datumAccepted.value = false;
  }
}

const isSame = (a: Stated, b: Stated): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a text says of itself is how it is read: that is no guess. What it leaves open stays as it was chosen. */
export function statedReading(stated: Stated, chosen: Reading): Reading {
  const order = stated.order ?? chosen.order;
  if (stated.unit === "degree") return { system: "EPSG:4490", order };
  return {
    system: stated.unit === NOTHING_STATED.unit ? chosen.system : stated.zone === 39 ? "EPSG:4527" : "EPSG:4548",
    order,
  };
}
