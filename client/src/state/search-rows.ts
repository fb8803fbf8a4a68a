import type { FoundFeature, FoundTerm, FoundText, SearchAnswer } from "../api/search.ts";
import type { PlanFeature } from "../api/types.ts";
import { isLarge } from "./large.ts";
import { lightFeature } from "./light-feature.ts";
import { findFeature } from "./plan.ts";
import { type Hit, searchFeatures } from "./search.ts";

/** One list of what was found: names held here stand first and stay where they are when the server's answer joins. */
export type Row =
  | { kind: "feature"; key: string; hit: Hit; how: string | null }
  | { kind: "text"; key: string; hit: FoundText }
  | { kind: "term"; key: string; hit: FoundTerm };
export type RowGroup = { name: "features" | "more" | "text" | "terms"; total: number; rows: Row[] };

const LOCAL = 8;
const PER_GROUP = 4;

const keyOf = (collection: string, code: string) => `${collection} ${code}`;

export function localRows(all: ReadonlyMap<string, readonly PlanFeature[]>, text: string): RowGroup {
  const hits = searchFeatures(all, text);
  return {
    name: "features",
    total: hits.length,
    rows: hits.slice(0, LOCAL).map((hit) => ({
      kind: "feature",
      key: keyOf(hit.collection, hit.feature.properties.code),
      hit,
      how: null,
    })),
  };
}

/** As much of a feature of a large collection as the search knows; choosing it fetches the rest. */
function foundFeature({ code, name_zh, name_en }: FoundFeature): PlanFeature {
  // where it lies is not known yet, which is not to say that it has no place
  return lightFeature(code, { type: "GeometryCollection", geometries: [] }, { name_zh, name_en });
}

/** What the server knows beyond the names held here: by sound, by code; sentences; terms. Never an entry twice. */
export function serverRows(local: RowGroup, answer: SearchAnswer | null): RowGroup[] {
  if (!answer) return [];
  const known = new Set(local.rows.map(({ key }) => key));
  const more = answer.features.flatMap((found: FoundFeature): Row[] => {
    const key = keyOf(found.collection, found.code);
    if (known.has(key)) return [];
    const feature =
      findFeature(found.collection, found.code) ?? (isLarge(found.collection) ? foundFeature(found) : undefined);
    if (!feature) return [];
    return [
      {
        kind: "feature",
        key,
        hit: { collection: found.collection, feature, matched: found.match.words },
        how: found.match.by,
      },
    ];
  });
  const text: Row[] = answer.text
    .slice(0, PER_GROUP)
    .map((hit) => ({ kind: "text", key: `${hit.paragraph} ${hit.mark_start}`, hit }));
  const terms: Row[] = answer.vocabulary
    .slice(0, PER_GROUP)
    .map((hit) => ({ kind: "term", key: keyOf(hit.vocabulary, hit.code), hit }));
  const groups: RowGroup[] = [
    { name: local.rows.length > 0 ? "more" : "features", total: more.length, rows: more },
    { name: "text", total: answer.totals.text, rows: text },
    { name: "terms", total: answer.totals.vocabulary, rows: terms },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
