import { formatNumber } from "../../language/format.ts";
import { language } from "../../language/view.ts";
import type { Range } from "../score.ts";

/** People write money in 亿元, which is 100 million CNY; other figures as they are. */
const unitOf = (unit: string | undefined): number => (unit === "CNY" ? 1e8 : 1);
const LARGEST = 1e15;

export const toTyped = (value: number, unit: string | undefined): string => String(value / unitOf(unit));

/** Null for nothing, and for what is no figure above 0. */
export function fromTyped(text: string, unit: string | undefined): number | null {
  const value = Math.round(Number(text) * unitOf(unit));
  return text.trim() !== "" && value > 0 && value <= LARGEST ? value : null;
}

/** Hundredths as a figure; a scaled value always with its two places, so that a row can be added up by eye. */
export const formatHundredths = (value: number): string => formatNumber(value / 100, language.value, 2);
export const formatScaled = ({ min, max }: Range): string =>
  min === max ? (min / 100).toFixed(2) : `${(min / 100).toFixed(2)}–${(max / 100).toFixed(2)}`;
export const formatScore = ({ min, max }: Range): string =>
  min === max ? formatHundredths(min) : `${formatHundredths(min)}–${formatHundredths(max)}`;
