import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The first is what a page opens with. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const language = signal<Language>(LANGUAGES[0]);
export const languageField = choiceField("lang", language, LANGUAGES);
