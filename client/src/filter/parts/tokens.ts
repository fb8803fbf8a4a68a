/**
 * CQL2 text as words, by the rules of the server (server/Cql2/Tokenizer.cs), but never refusing: a text without an end
 * goes to the end, and a character that begins nothing is a word of its own. Only the server says what is wrong.
 */
export type TokenKind = "name" | "quoted-name" | "text" | "number" | "symbol" | "other";
/** `text` as written; `value` of a text or a name without its quotes; `apart`: white space stands before it. */
export type Token = { kind: TokenKind; text: string; value: string; apart: boolean; start: number };

const SPACE = /\s+/y;
const NAME = /[\p{L}_:\u{10000}-\u{10FFFF}][\p{L}\p{Nd}\p{Mn}\p{Mc}_:.\u{10000}-\u{10FFFF}]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<>|<=|>=|[()=<>+\-*/%^,]/y;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
/** Words that are no names unless quoted (server/Cql2/Keywords.cs). */
const KEYWORDS = new Set(["AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV"]);

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0] ?? null;
  };
  while (position < source.length) {
    const space = match(SPACE);
    position += space?.length ?? 0;
    if (position >= source.length) break;
    const [kind, text, value] = read(source, position, match);
    tokens.push({ kind, text, value, apart: space !== null, start: position });
    position += text.length;
  }
  return tokens;
}

export const isName = (token: Token): boolean =>
  token.kind === "quoted-name" || (token.kind === "name" && !KEYWORDS.has(token.text.toUpperCase()));

export const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === "name" && token.text.toUpperCase() === word;

export const isSymbol = (token: Token | undefined, symbol: string): boolean =>
  token?.kind === "symbol" && token.text === symbol;

function read(
  source: string,
  start: number,
  match: (pattern: RegExp) => string | null,
): [kind: TokenKind, text: string, value: string] {
  const first = source[start] ?? "";
  if (first === "'" || first === '"') {
    const [end, value] = quoted(source, start, first);
    return [first === "'" ? "text" : "quoted-name", source.slice(start, end), value];
  }
  for (const [kind, pattern] of [
    ["name", NAME],
    ["number", NUMBER],
    ["symbol", SYMBOL],
  ] as const) {
    const found = match(pattern);
    if (found) return [kind, found, found];
  }
  return ["other", first, first];
}

/** A quote is doubled; in a text \' is one too where a letter or digit follows, so that 'C:\' is a text. */
function quoted(source: string, start: number, quote: string): [end: number, value: string] {
  let value = "";
  for (let at = start + 1; at < source.length; at++) {
    const here = source[at] ?? "";
    const next = source[at + 1] ?? "";
    const escaped = quote === "'" && here === "\\" && next === "'" && LETTER_OR_DIGIT.test(source[at + 2] ?? "");
    if (here === quote && next !== quote) return [at + 1, value];
    if (here === quote || escaped) at++;
    value += escaped ? quote : here;
  }
  return [source.length, value];
}
