import { signal } from "@preact/signals";
import { codeField } from "../url/field.ts";

/** The indicator that the reader follows over the horizons, by its code; null for the headline of each. */
export const indicator = signal<string | null>(null);

export const indicatorField = codeField("indicator", indicator);
