import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The first of each is what a page opens with. */
export const SORTS = ["plan", "name", "investment", "status"] as const;
export type ListSort = (typeof SORTS)[number];
export const SCOPES = ["all", "unplaced"] as const;
export type ListScope = (typeof SCOPES)[number];

export const listSort = signal<ListSort>(SORTS[0]);
export const sortField = choiceField("sort", listSort, SORTS);
export const listScope = signal<ListScope>(SCOPES[0]);
export const scopeField = choiceField("show", listScope, SCOPES);
