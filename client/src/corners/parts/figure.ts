const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
// NFKC makes two minute signs of a second sign
const SEXAGESIMAL =
  /^([+-]?)(\d{1,3})[°度](?:(\d{1,2}(?:\.\d+)?)['′’分](?:(\d{1,2}(?:\.\d+)?)(?:''|′′|["″”秒]))?)?([NSEW北南东西]?)$/i;

/** A figure of a coordinate, decimal or in degrees, minutes and seconds; null of whatever is none (NaN and Infinity too). */
export function figureOf(cell: string): number | null {
  const plain = cell.replaceAll("−", "-").replace(/(?<=\d)[\s,](?=\d{3}(?!\d))/g, "");
  if (DECIMAL.test(plain)) return Number(plain);
  const found = SEXAGESIMAL.exec(plain.replace(/\s/g, ""));
  if (!found) return null;
  const [, sign, degrees, minutes = "0", seconds = "0", side = ""] = found;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return sign === "-" || /[SW南西]/i.test(side) ? -value : value;
}

/** Before a figure that is missing, or is none yet, where somebody fills in a table. */
export const UNKNOWN = "?";

/** The text as it is read: full-width figures and signs as the usual ones. */
export const plainText = (text: string): string => text.normalize("NFKC").replace(/\uFEFF/g, "");
