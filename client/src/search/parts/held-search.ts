import type { PlanFeature } from "../../api/types.ts";
import { compareText } from "../../features/order.ts";
import { type Folded, fold, plain } from "../folding.ts";

/**
 * Search by name over the features the client holds: Chinese anywhere in the word, aliases, English, codes. What is
 * found, and its order, are the server's (server/Search: SearchText, Ranking, Searcher); it alone knows sounds and
 * traditional characters.
 */
export type Hit = { collection: string; feature: PlanFeature; matched: string };

const LIMIT = 60;
const MOST_WORDS = 6;

/** The order of the ranking: the whole, its beginning, inside it, an alias, a code, inside an English word. */
const PREFIX = 10;
const INSIDE = 20;
const ALIAS = 30;
const CODE = 40;
const INSIDE_WORD = 70;

/** What of a feature a text is; the order is the order of the ranking. */
const KINDS = ["name_zh", "name_en", "alias", "code"] as const;
type Field = { kind: number; written: string; folded: Folded };
type Found = { score: number; matched: string };

const fields = new WeakMap<PlanFeature, readonly Field[]>();

function fieldsOf(feature: PlanFeature): readonly Field[] {
  const known = fields.get(feature);
  if (known) return known;
  const { name_zh, name_en, aliases, code, other_codes } = feature.properties;
  const texts = [[name_zh], [name_en ?? ""], aliases, [code, ...(other_codes ?? [])]];
  const read = texts
    .flatMap((written, kind) => written.map((text) => ({ kind, written: text, folded: fold(text) })))
    .filter(({ folded }) => folded.text !== "");
  fields.set(feature, read);
  return read;
}

export function searchFeatures(all: ReadonlyMap<string, readonly PlanFeature[]>, text: string): Hit[] {
  const whole = plain(text);
  if (whole === "") return [];
  const words = [
    ...new Set(
      text
        .split(/\s+/)
        .map(plain)
        .filter((word) => word !== ""),
    ),
  ].slice(0, MOST_WORDS);
  const found = [...all].flatMap(([collection, features], place) =>
    features.flatMap((feature) => {
      const hit = bestOf(feature, whole, words);
      return hit ? [{ collection, feature, place, ...hit }] : [];
    }),
  );
  return found.sort((a, b) => a.score - b.score || inIndex(a, b)).slice(0, LIMIT);
}

type Placed = { feature: PlanFeature; place: number };

/** Of equals the shorter name; then as the index has them: by collection, what was imported last, the others by number. */
function inIndex(a: Placed, b: Placed): number {
  const [one, other] = [a.feature.properties, b.feature.properties];
  const imported = (origin: string) => (origin === "import" ? 1 : 0);
  return (
    one.name_zh.length - other.name_zh.length ||
    a.place - b.place ||
    imported(one.origin) - imported(other.origin) ||
    (imported(one.origin) === 0 ? one.code.length - other.code.length : 0) ||
    compareText(one.code, other.code)
  );
}

/** The whole of what was typed as one, or every word of it somewhere in the same feature. */
function bestOf(feature: PlanFeature, whole: string, words: readonly string[]): Found | null {
  const asOne = literal(feature, whole);
  if (words.length < 2) return asOne;
  const each = words.map((word) => literal(feature, word));
  const [first] = each;
  if (!first || each.some((hit) => hit === null)) return asOne;
  const score = Math.max(...each.map((hit) => hit?.score ?? 0)) + 1;
  return asOne && asOne.score <= score ? asOne : { ...first, score };
}

/** Less is better; null is no hit. */
function literal(feature: PlanFeature, words: string): Found | null {
  let best: Found | null = null;
  for (const field of fieldsOf(feature)) {
    const start = placeIn(field.folded.text, words);
    if (start < 0) continue;
    const score = scoreOf(field, start, words.length);
    if (best === null || score < best.score) best = { score, matched: field.written };
  }
  return best;
}

function scoreOf(field: Field, start: number, length: number): number {
  const position = start === 0 ? 0 : 1;
  if (position === 0 && length === field.folded.text.length) return field.kind;
  switch (KINDS[field.kind]) {
    case "alias":
      return ALIAS + position;
    case "code":
      return CODE + position;
    case "name_en":
      if (!beginsWord(field, start)) return INSIDE_WORD;
      break;
  }
  return (position === 0 ? PREFIX : INSIDE) + field.kind;
}

/** English words stand apart in what is written, not in what is compared. */
function beginsWord({ written, folded }: Field, start: number): boolean {
  const at = folded.from[start] ?? 0;
  return at === 0 || !/[\p{L}\p{Nd}]/u.test(written.charAt(at - 1));
}

/** The first place that holds the words; a figure does not begin inside a longer one. */
function placeIn(text: string, words: string): number {
  const isFigure = /^[0-9]/.test(words);
  let at = text.indexOf(words);
  while (at > 0 && isFigure && /[0-9.]/.test(text.charAt(at - 1))) at = text.indexOf(words, at + 1);
  return at;
}

/** In the order of the best hit of each collection, so that the first line is the best line. */
export function groupHits(hits: readonly Hit[]): { collection: string; hits: Hit[] }[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.collection, [...(groups.get(hit.collection) ?? []), hit]);
  return [...groups].map(([collection, found]) => ({ collection, hits: found }));
}
