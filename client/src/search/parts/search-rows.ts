import type { PlanFeature } from "../../api/types.ts";
import { allProperties, term, vocabularies } from "../../catalogue.ts";
import { featuresIn } from "../../features/features-in.ts";
import { chainsOf, PARKS } from "../../features/plan.ts";
import { plain } from "../folding.ts";
import type { FoundFeature, FoundTerm, FoundText, SearchAnswer } from "../requests.ts";
import { type Hit, searchFeatures } from "./held-search.ts";

/** One list of what was found: names held here stand first and stay where they are when the server's answer joins. */
export type Row =
  | { kind: "feature"; key: string; hit: Hit; how: string | null }
  | { kind: "text"; key: string; hit: FoundText }
  | {
      kind: "term";
      key: string;
      hit: Pick<FoundTerm, "vocabulary" | "code" | "zh" | "en"> & { parent?: string | null };
    };
export type RowGroup = { name: "exact" | "parks" | "features" | "more" | "text" | "terms"; total: number; rows: Row[] };

const LOCAL = 8;
const PER_GROUP = 4;

const keyOf = (collection: string, code: string) => `${collection} ${code}`;

/** Vocabularies that a feature can be of, as the server searches them. */
const searched = new Set(
  allProperties.flatMap(({ type, vocabulary }) =>
    vocabulary && (type === "code" || type === "codes") ? [vocabulary] : [],
  ),
);

/** All that is found, in the order in which it is listed. */
export function searchRows(
  all: ReadonlyMap<string, readonly PlanFeature[]>,
  text: string,
  answer: SearchAnswer | null,
): RowGroup[] {
  const names = localRows(all, text);
  const typed = termRows(all, text);
  // what nothing here is called the server may know: by traditional characters, by sound
  const exact = typed.length === 0 && names.rows.length === 0 ? termRows(all, wholeTermOf(answer, text)) : typed;
  const shown = new Set(exact.flatMap(({ rows }) => rows.map(({ key }) => key)));
  const local = { ...names, rows: names.rows.filter(({ key }) => !shown.has(key)) };
  return [...exact, local, ...serverRows(local, answer, shown)].filter(({ rows }) => rows.length > 0);
}

/** A term that is typed whole, then the parks of such a chain or cluster: before all that has the words in its name. */
function termRows(all: ReadonlyMap<string, readonly PlanFeature[]>, text: string): RowGroup[] {
  const wanted = plain(text);
  if (wanted === "") return [];
  const terms: Row[] = [...vocabularies.values()].flatMap(({ vocabulary, terms }) =>
    terms
      .filter(({ code, zh, en }) => searched.has(vocabulary) && [code, zh, en].some((word) => plain(word) === wanted))
      .map(({ code, zh, en }) => ({ kind: "term", key: keyOf(vocabulary, code), hit: { vocabulary, code, zh, en } })),
  );
  if (terms.length === 0) return [];
  const parks = (all.get(PARKS) ?? []).filter((park) =>
    terms.some((row) => row.kind === "term" && isOf(park, row.hit.vocabulary, row.hit.code)),
  );
  const rows = parks.map(
    (feature): Row => ({
      kind: "feature",
      key: keyOf(PARKS, feature.properties.code),
      hit: { collection: PARKS, feature, matched: feature.properties.name_zh },
      how: null,
    }),
  );
  return [
    { name: "exact", total: terms.length, rows: terms },
    { name: "parks", total: rows.length, rows },
  ];
}

/** Whether a park is of a chain, or of a cluster by one of its chains. */
function isOf(park: PlanFeature, vocabulary: string, code: string): boolean {
  const chains = chainsOf(PARKS, park) ?? [];
  if (vocabulary === "industry_chain") return chains.includes(code);
  const clusters = park.properties.industry_clusters;
  return (
    vocabulary === "industry_cluster" &&
    ((Array.isArray(clusters) && clusters.includes(code)) ||
      chains.some((chain) => term("industry_chain", chain)?.parent === code))
  );
}

/** Of an answer to what is typed now, not to what was typed before. */
function wholeTermOf(answer: SearchAnswer | null, text: string): string {
  const match = answer?.query.trim() === text.trim() ? answer.vocabulary[0]?.match : null;
  return match && match.by === "name" && match.start === 0 && match.end === match.words.length ? match.words : "";
}

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

/** What the server knows beyond the names held here: by sound, by code; sentences; terms. Never an entry twice. */
export function serverRows(
  local: RowGroup,
  answer: SearchAnswer | null,
  shown: ReadonlySet<string> = new Set(),
): RowGroup[] {
  if (!answer) return [];
  const known = new Set([...shown, ...local.rows.map(({ key }) => key)]);
  const more = answer.features.flatMap((found: FoundFeature): Row[] => {
    const key = keyOf(found.collection, found.code);
    if (known.has(key)) return [];
    const feature = featuresIn(found.collection).named(found);
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
    .filter(({ vocabulary, code }) => !known.has(keyOf(vocabulary, code)))
    .slice(0, PER_GROUP)
    .map((hit) => ({ kind: "term", key: keyOf(hit.vocabulary, hit.code), hit }));
  const groups: RowGroup[] = [
    { name: local.rows.length > 0 ? "more" : "features", total: more.length, rows: more },
    { name: "text", total: answer.totals.text, rows: text },
    { name: "terms", total: answer.totals.vocabulary, rows: terms },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
