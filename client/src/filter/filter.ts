/** What a click can filter by, and what colours signs. */
export const DIMENSIONS = ["industry_chain", "plan_status"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** One CQL2 condition (filter/text.ts writes and reads it): what was clicked, and the rest as text. */
export type Filter = { readonly [dimension in Dimension]: readonly string[] } & { readonly rest: string };
export const NO_FILTER: Filter = { industry_chain: [], plan_status: [], rest: "" };
