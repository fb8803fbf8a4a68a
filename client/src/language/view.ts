import { computed, signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The first is what a page opens with. The investor's pages speak all of them, the rest of the page its own two. */
export const LANGUAGES = ["zh", "en", "ja", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];
export type PageLanguage = Extract<Language, "zh" | "en">;

export const language = signal<Language>(LANGUAGES[0]);
export const languageField = choiceField("lang", language, LANGUAGES);

/** What is said where a language has no words. */
export const fallbackOf = (of: Language): PageLanguage => (of === "zh" ? "zh" : "en");
/** The language of whatever is not one of the investor's pages. */
export const pageLanguage = computed<PageLanguage>(() => fallbackOf(language.value));

const TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en", ja: "ja", ko: "ko" };
/** As the attribute `lang` has it. */
export const tagOf = (of: Language): string => TAGS[of];
