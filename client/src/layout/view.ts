import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The first of each is what a page opens with. */
export const TABS = ["layers", "list", "text"] as const;
export type Tab = (typeof TABS)[number];
export const PAGES = ["map", "gaps", "policies", "panorama", "parks", "compare"] as const;
export type Page = (typeof PAGES)[number];

export const tab = signal<Tab>(TABS[0]);
export const tabField = choiceField("tab", tab, TABS);
/** What stands beside the map instead of the tabs. */
export const page = signal<Page>(PAGES[0]);
export const pageField = choiceField("view", page, PAGES);
