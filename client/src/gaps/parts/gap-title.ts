import { collectionTitle, nameOf, saidInLanguage, termName } from "../../language/names.ts";
import type { GapEntry, GapFeature } from "../requests.ts";
import { gapWords } from "./gap-words.ts";

export const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What an entry is called: by its own title, or by its rule and what it is about. */
export function titleOf({ rule, args, features }: GapEntry): string {
  const own = saidInLanguage(args, "title");
  if (own) return own;
  const subject = args.industry_cluster
    ? `${termName("industry_cluster", asText(args.industry_cluster))} · ${termName("indicator", asText(args.indicator))}`
    : saidInLanguage(args, "name") ||
      (args.collection ? collectionTitle(asText(args.collection)) : features[0] ? inWords(features[0]) : "");
  return [gapWords("gap_rule", rule), subject].filter(Boolean).join(" · ");
}

export const inWords = (feature: GapFeature): string => nameOf(feature).text;
