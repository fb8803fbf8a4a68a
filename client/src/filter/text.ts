import { term } from "../catalogue.ts";
import { DIMENSIONS, type Dimension, type Filter, NO_FILTER } from "./filter.ts";
import { isName, isSymbol, isWord, type Token, tokensOf } from "./parts/tokens.ts";

/**
 * A filter is one CQL2 text. Of its conditions (what stands between the outer ANDs) the client reads those that a click
 * can make, a list of known codes of a dimension; the rest is kept as text and is the server's to evaluate.
 */

/** Any text gives a filter; what cannot be read as a condition is part of the rest, for the server to refuse. */
export function parseFilter(text: string): Filter {
  let read = NO_FILTER;
  const rest: string[] = [];
  for (const condition of conditionsOf(text)) {
    const clicked = readCodes(condition);
    if (clicked && read[clicked.dimension].length === 0) read = { ...read, [clicked.dimension]: clicked.codes };
    else rest.push(condition);
  }
  return { ...read, rest: joinConditions(rest) };
}

/** The canonical text: chains, statuses, the rest. Reading what this writes gives the same filter. */
export function printFilter(filter: Filter): string {
  const clicked = DIMENSIONS.flatMap((dimension) => {
    const codes = filter[dimension].map((code) => `'${code}'`);
    if (codes.length === 0) return [];
    return [codes.length === 1 ? `${dimension} = ${codes[0]}` : `${dimension} IN (${codes.join(",")})`];
  });
  return joinConditions([...clicked, ...conditionsOf(filter.rest)]);
}

/** The conditions that must all hold, each without the parentheses around it, with single spaces. */
export function conditionsOf(text: string): string[] {
  const tokens = tokensOf(text);
  return tokens.length === 0 ? [] : split(tokens);
}

export function joinConditions(conditions: readonly string[]): string {
  const isAlone = conditions.length === 1;
  return conditions
    .map((condition) => (!isAlone && hasOuterOr(condition) ? `(${condition})` : condition))
    .join(" AND ");
}

/** The properties that a text names. */
export function namesIn(text: string): string[] {
  const tokens = tokensOf(text);
  const names = tokens.filter((token, place) => isName(token) && !isSymbol(tokens[place + 1], "("));
  return [...new Set(names.map(({ value }) => value))];
}

function split(tokens: readonly Token[]): string[] {
  const inner = unwrap(tokens);
  const outer = outerWords(inner);
  if (inner.length === 0 || outer.some((place) => isWord(inner[place], "OR"))) return [spaced(tokens, inner)];
  const parts: Token[][] = [[]];
  let bounds = 0;
  inner.forEach((token, place) => {
    const isOuter = outer.includes(place);
    if (isOuter && isWord(token, "BETWEEN")) bounds++;
    if (!isOuter || !isWord(token, "AND")) parts.at(-1)?.push(token);
    else if (bounds > 0) {
      bounds--;
      parts.at(-1)?.push(token);
    } else parts.push([]);
  });
  // an AND with nothing on one side is a mistake, and stays one
  if (parts.length === 1 || parts.some((part) => part.length === 0)) return [spaced(tokens, inner)];
  return parts.flatMap(split);
}

/** The places of the words outside of all parentheses. */
function outerWords(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.flatMap((token, place) => {
    if (isSymbol(token, "(")) depth++;
    if (isSymbol(token, ")")) depth = Math.max(0, depth - 1);
    return depth === 0 && token.kind === "name" ? [place] : [];
  });
}

function hasOuterOr(condition: string): boolean {
  const tokens = tokensOf(condition);
  return outerWords(tokens).some((place) => isWord(tokens[place], "OR"));
}

/** Without the pairs of parentheses that enclose everything. */
function unwrap(tokens: readonly Token[]): readonly Token[] {
  if (!isSymbol(tokens[0], "(") || !isSymbol(tokens.at(-1), ")")) return tokens;
  let depth = 0;
  const close = tokens.findIndex((token) => {
    if (isSymbol(token, "(")) depth++;
    if (isSymbol(token, ")")) depth--;
    return depth === 0;
  });
  return close === tokens.length - 1 ? unwrap(tokens.slice(1, -1)) : tokens;
}

function spaced(all: readonly Token[], inner: readonly Token[]): string {
  const shown = inner.length > 0 ? inner : all;
  return shown.map(({ text, apart }, place) => (apart && place > 0 ? ` ${text}` : text)).join("");
}

/** `industry_chain = 'x'` or `industry_chain IN ('x','y')`, of codes that the catalogue knows. */
function readCodes(condition: string): { dimension: Dimension; codes: readonly string[] } | null {
  const [name, operator, ...operand] = tokensOf(condition);
  const dimension = DIMENSIONS.find((known) => name && isName(name) && name.value === known);
  if (!dimension) return null;
  const values = isSymbol(operator, "=") ? operand : isWord(operator, "IN") ? listed(operand) : null;
  if (!values || values.length === 0 || (isSymbol(operator, "=") && values.length > 1)) return null;
  // a text without its end is none: the server says so
  const known = values.every(
    ({ kind, text, value }) => kind === "text" && text === `'${value}'` && term(dimension, value),
  );
  return known ? { dimension, codes: [...new Set(values.map(({ value }) => value))] } : null;
}

/** What stands between parentheses and commas; null when it is no list. */
function listed(tokens: readonly Token[]): Token[] | null {
  if (!isSymbol(tokens[0], "(") || !isSymbol(tokens.at(-1), ")")) return null;
  const inner = tokens.slice(1, -1);
  const isList = inner.length % 2 === 1 && inner.every((token, place) => place % 2 === 0 || isSymbol(token, ","));
  return isList ? inner.filter((_, place) => place % 2 === 0) : null;
}
