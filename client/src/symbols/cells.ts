import { vocabularies } from "../catalogue.ts";
import { inkOf } from "./markers.ts";
import type { Point, Primitive } from "./primitives.ts";
import { colour, type ThemeName } from "./style.ts";

/** Many points drawn as one: a disc with their number, its area by the number, its ring split by chain or by status. */

const LARGEST_PX = 32;
const RING_PX = 4;
const TEXT_PX = 11.5;
/** What one, two, three and more digits need; a larger number never has a smaller symbol. */
const LEAST_PX = [10.5, 13, 16, 20] as const;

/** 12,345 as people write it where there is little room: 1.2万, 12k. Up to 9999 in Chinese and 999 in English it is exact. */
export function compactNumber(count: number, language: "zh" | "en"): string {
  const steps: readonly [number, string][] =
    language === "zh"
      ? [
          [1e8, "亿"],
          [1e4, "万"],
        ]
      : [
          [1e6, "M"],
          [1e3, "k"],
        ];
  for (const [index, [size, unit]] of steps.entries()) {
    // 999,600 is 1M and not 1000k: a unit begins where rounding to the one below it reaches it
    const below = steps[index + 1]?.[0] ?? 1;
    if (Math.round(count / below) * below < size) continue;
    const value = count / size;
    return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)}${unit}`;
  }
  return String(count);
}

/** Radius in pixels: area by number (`reference` is the largest), as large as its text needs, within the room it has. */
export function cellRadius(count: number, reference: number, room: number): number {
  const most = Math.min(LARGEST_PX, room);
  const byNumber = most * Math.sqrt(Math.min(1, count / Math.max(1, reference)));
  const byText = LEAST_PX[Math.min(LEAST_PX.length, String(count).length) - 1] ?? LEAST_PX[0];
  return Math.min(most, Math.max(byNumber, byText));
}

/** A dozen is no crowd, however few there are elsewhere. */
const LEAST_REFERENCE = 200;

/** What the largest symbol stands for: a round number, so that it does not change with every tile that comes. */
export function roundReference(most: number): number {
  const wanted = Math.max(LEAST_REFERENCE, most);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((step) => step * power >= wanted) ?? 10) * power;
}

export type CellLook = {
  theme: ThemeName;
  language: "zh" | "en";
  colourBy: "industry_chain" | "plan_status";
};

export function cellSymbol(
  at: Point,
  r: number,
  count: number,
  terms: Readonly<Record<string, number>>,
  { theme, language, colourBy }: CellLook,
): Primitive[] {
  const ground = colour(theme, "marker-ground");
  const middle = r - RING_PX / 2;
  const ring = shares(count, terms, colourBy).map(
    ({ code, from, to }): Primitive => ({
      kind: "path",
      lines: [arc(at, middle, from, to)],
      closed: false,
      stroke: { paint: inkOf(colourBy, code, theme), width: RING_PX },
    }),
  );
  return [
    { kind: "disc", at, r: r + 1.2, fill: colour(theme, "halo") },
    { kind: "disc", at, r: r - 1, fill: ground },
    ...ring,
    {
      kind: "text",
      text: compactNumber(count, language),
      at,
      size: TEXT_PX,
      weight: 700,
      family: "sans",
      colour: colour(theme, "point-text"),
    },
  ];
}

/** The shares of the terms, in the order of the vocabulary, as fractions of a turn; what has no term comes last. */
export function shares(
  count: number,
  terms: Readonly<Record<string, number>>,
  vocabulary: string,
): { code: string | null; from: number; to: number }[] {
  const found: { code: string | null; from: number; to: number }[] = [];
  let from = 0;
  for (const { code } of vocabularies.get(vocabulary)?.terms ?? []) {
    const number = terms[`${vocabulary}.${code}`] ?? 0;
    if (number <= 0) continue;
    const to = Math.min(1, from + number / count);
    found.push({ code, from, to });
    from = to;
  }
  if (from < 1 - 1e-9) found.push({ code: null, from, to: 1 });
  return found;
}

/** Part of a circle, from the top clockwise. */
function arc([x, y]: Point, r: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil((to - from) * 40));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (from + ((to - from) * step) / steps) * 2 * Math.PI - Math.PI / 2;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
  });
}
