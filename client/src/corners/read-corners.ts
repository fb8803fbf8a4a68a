import type { CornerText } from "./corner-text.ts";
import { plainText } from "./parts/figure.ts";
import { isExchange, readExchange } from "./parts/read-exchange.ts";
import { readTable } from "./parts/read-table.ts";

/** What is read at most: a text of a hundred thousand lines is read in a fraction of a second, and is no site. */
export const MOST_SIGNS = 8_000_000;
/** As many corners as the server takes of a site. */
export const MOST_CORNERS = 10_000;

/** Corners of a pasted text or file: a table, or the exchange format of land offices. Never throws, and never guesses what a figure means. */
export function readCorners(text: string): CornerText {
  const lines = plainText(text).split(/\r\n|\r|\n/);
  return isExchange(lines) ? readExchange(lines) : readTable(lines);
}
