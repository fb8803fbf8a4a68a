import { signal } from "@preact/signals";
import { codeField } from "../url/field.ts";

/** The indicator that the reader follows over the horizons, by its code; null for the headline of each. */
export const indicator = signal<string | null>(null);

export const indicatorField = codeField("indicator", indicator);

/** Which targets the page of indicators shows: the kind of subject, the theme, a year or that none is stated; null for all. */
export const targetScope = signal<string | null>(null);
export const targetTheme = signal<string | null>(null);
export const targetYear = signal<string | null>(null);
export const indicatorsFields = [
  codeField("target_scope", targetScope),
  codeField("target_theme", targetTheme),
  codeField("target_year", targetYear),
];
