/**
 * Text as it is compared, the same as the server's (server/Search/Folding.cs): lower case, half width, without spaces,
 * quotation marks, hyphens and brackets, and pinyin without its tones. Nothing is left of blanks and punctuation alone.
 */
const DROPPED = new Set("\"'“”‘’「」＂＇·•、-‐–—()（）[]【】《》\u3000\u200b\ufeff");
const SPACE = /[\s\p{Cc}]/u;

const letters = new Map<string, string>();
for (const [toned, plain] of [
  ["āáǎàâ", "a"],
  ["ēéěèêëè", "e"],
  ["īíǐìî", "i"],
  ["ōóǒòôö", "o"],
  ["ūúǔùû", "u"],
  ["üǖǘǚǜ", "v"],
] as const)
  for (const letter of toned) letters.set(letter, plain);

/** `from` has for each character of the result where it came from. */
export type Folded = { text: string; from: readonly number[] };

export const plain = (written: string): string => fold(written).text;

export function fold(written: string): Folded {
  let text = "";
  const from: number[] = [];
  for (let at = 0; at < written.length; at++) {
    const letter = halfWidth(written.charAt(at));
    if (SPACE.test(letter) || DROPPED.has(letter)) continue;
    const lower = letter.toLowerCase();
    // one character stays one, so that places in the text are known
    text += letters.get(lower) ?? (lower.length === 1 ? lower : letter);
    from.push(at);
  }
  return { text, from };
}

const halfWidth = (letter: string): string =>
  letter >= "！" && letter <= "～" ? String.fromCharCode(letter.charCodeAt(0) - 0xfee0) : letter;
