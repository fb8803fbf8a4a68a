import type { PlanFeature } from "../../api/types.ts";

/** Search by name over the features the client holds: Chinese anywhere in the word, aliases, English, code. */
export type Hit = { collection: string; feature: PlanFeature; matched: string };

const LIMIT = 60;

/** As names are compared. Nothing is left of blanks and punctuation alone: they ask for nothing. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·・\-—、，,.“”"'（）()]/g, "");

/** Smaller is better; null is no hit. A whole name before its beginning, before its middle, before an alias or a code. */
export function rankOf(feature: PlanFeature, wanted: string): { rank: number; matched: string } | null {
  const { name_zh, name_en, aliases, code } = feature.properties;
  const words: readonly [string | null, number][] = [
    [name_zh, 0],
    [name_en, 1],
    ...aliases.map((alias): [string, number] => [alias, 2]),
    [code, 6],
  ];
  let best: { rank: number; matched: string } | null = null;
  for (const [word, weight] of words) {
    const where = word === null ? -1 : plain(word).indexOf(wanted);
    if (word === null || where < 0) continue;
    const whole = plain(word).length === wanted.length;
    const rank = weight + (whole ? 0 : where === 0 ? 3 : 5);
    if (best === null || rank < best.rank) best = { rank, matched: word };
  }
  return best;
}

export function searchFeatures(all: ReadonlyMap<string, readonly PlanFeature[]>, text: string): Hit[] {
  const wanted = plain(text);
  if (wanted === "") return [];
  const ranked: (Hit & { rank: number })[] = [];
  for (const [collection, features] of all) {
    for (const feature of features) {
      const found = rankOf(feature, wanted);
      if (found) ranked.push({ collection, feature, ...found });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank || a.feature.properties.code.localeCompare(b.feature.properties.code));
  return ranked.slice(0, LIMIT);
}

/** In the order of the best hit of each collection, so that the first line is the best line. */
export function groupHits(hits: readonly Hit[]): { collection: string; hits: Hit[] }[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.collection, [...(groups.get(hit.collection) ?? []), hit]);
  return [...groups].map(([collection, found]) => ({ collection, hits: found }));
}
