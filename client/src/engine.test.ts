import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/**
 * Links are opened in WeChat. Its engine on Android is Chromium 107 in installations of 2023 and 2024 (XWeb 50xx), on
 * iOS that of the system, from 16.4 on (docs/match.md). Syntax is held by `build.target`; here stands what no build
 * lowers: style and functions that are newer. Style may use them within `@supports`, where something stands without.
 */
const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" });
const read = (wanted: RegExp) =>
  Object.fromEntries(
    files.filter((file) => wanted.test(file)).map((file) => [file, readFileSync(join(root, file), "utf8")]),
  );
const styles = read(/\.css$/);
const sources = read(/(?<!\.test)\.tsx?$/);

const NEWER_STYLE: Readonly<Record<string, RegExp>> = {
  "dvh, svh, lvh (108)": /\d[dsl]v[hw]\b/,
  "color-mix (111)": /color-mix\(/,
  "oklch, lab (111)": /\b(?:oklch|oklab|lch|lab)\(/,
  "nesting (112)": /(?:^|[{;]\s*)&/m,
  "text-wrap (114)": /text-wrap\s*:/,
  "@starting-style (117)": /@starting-style/,
  "subgrid (117)": /\bsubgrid\b/,
  "@scope (118)": /@scope/,
  "light-dark (123)": /light-dark\(/,
  "field-sizing (123)": /field-sizing\s*:/,
  "anchors (125)": /anchor-name|position-anchor/,
};
const NEWER_FUNCTIONS: Readonly<Record<string, RegExp>> = {
  "copies of arrays (110)": /\.(?:toSorted|toReversed|toSpliced)\(/,
  "well-formed text (111)": /\.(?:is|to)WellFormed\(/,
  "v flag (112)": /\/[a-z]*v[a-z]*(?=[.,;)\s])\s*\.test/,
  "popover (114)": /\b(?:show|hide|toggle)Popover\(|\bpopover=/,
  "AbortSignal.any (116)": /AbortSignal\.any\(/,
  "groupBy (117)": /(?:Object|Map)\.groupBy\(/,
  "Promise.withResolvers (119)": /withResolvers\(/,
  "Array.fromAsync (121)": /fromAsync\(/,
  "sets (122)": /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf)\(/,
};

/** Style without its `@supports` blocks and comments. */
function always(style: string): string {
  const text = style.replace(/\/\*[\s\S]*?\*\//g, "");
  const begin = text.search(/@supports\b/);
  if (begin < 0) return text;
  let depth = 0;
  for (let at = text.indexOf("{", begin); at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(0, begin) + always(text.slice(at + 1));
  }
  return text.slice(0, begin);
}

const newer = (texts: Readonly<Record<string, string>>, than: Readonly<Record<string, RegExp>>): string[] =>
  Object.entries(texts).flatMap(([file, text]) =>
    Object.entries(than).flatMap(([name, pattern]) => (pattern.test(text) ? `${file}: ${name}` : [])),
  );

it("style needs nothing that the engine of WeChat does not know", () => {
  const texts = Object.fromEntries(Object.entries(styles).map(([file, style]) => [file, always(style)]));
  expect(Object.keys(texts).length).toBeGreaterThan(30);
  expect(Object.values(styles).some((style) => style.includes("@supports"))).toBe(true);
  expect(newer(texts, NEWER_STYLE)).toEqual([]);
});

it("no function is newer than that engine", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  expect(newer(sources, NEWER_FUNCTIONS)).toEqual([]);
});

it("what is newer would be seen, but for what has something beside it", () => {
  const style =
    "a { height: 1vh } @supports (height: 1dvh) { a { height: 1dvh } } b { color: color-mix(in srgb, red, blue) }";
  expect(newer({ style: always(style) }, NEWER_STYLE)).toEqual(["style: color-mix (111)"]);
  expect(newer({ source: "list.toSorted()" }, NEWER_FUNCTIONS)).toEqual(["source: copies of arrays (110)"]);
});
