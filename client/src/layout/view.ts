import { signal } from "@preact/signals";
import { collectionOf, hasPart, vocabularies } from "../catalogue.ts";
import { choiceField } from "../url/field.ts";

export type Tab = "layers" | "list" | "text";
export type Page = "map" | "gaps" | "policies" | "here" | "indicators" | "panorama" | "parks" | "compare";
/** The first of each is what a page opens with. What a package has nothing for is left out: projects, chains, parks, rules of the check. */
export const TABS: readonly [Tab, ...Tab[]] = ["layers", ...given<Tab>(collectionOf("project"), "list"), "text"];
export const PAGES: readonly [Page, ...Page[]] = [
  "map",
  "gaps",
  "policies",
  ...given<Page>(hasPart("checks"), "here"),
  ...given<Page>(vocabularies.get("indicator_theme"), "indicators"),
  ...given<Page>(vocabularies.get("industry_chain"), "panorama"),
  ...given<Page>(collectionOf("park"), "parks", "compare"),
];

export const tab = signal<Tab>(TABS[0]);
export const tabField = choiceField("tab", tab, TABS);
/** What stands beside the map instead of the tabs. */
export const page = signal<Page>(PAGES[0]);
export const pageField = choiceField("view", page, PAGES);

function given<Name>(by: unknown, ...names: Name[]): Name[] {
  return !by ? [] : names;
}
