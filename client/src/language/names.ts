import type { PlanFeature } from "../api/types.ts";
import { definitionOf, rule, type Term, term, type Words } from "../catalogue.ts";
import { answeredTerms } from "./answered-terms.ts";
import { profileNames } from "./catalogue-words.ts";
import { type Language, language, pageLanguage, tagOf } from "./view.ts";

/** Names that come with the data, in the language shown; a feature without an English name keeps its Chinese one. */
export const inLanguage = (words: Words): string => words[language.value] ?? words[pageLanguage.value];

/** The same where data carries its languages beside each other (`name_zh`, `name_en` …), any of them missing; null where all are. */
export function saidInLanguage(of: Readonly<Record<string, unknown>>, name: string): string | null {
  const said = [language.value, pageLanguage.value, "zh"].map((shown) => of[`${name}_${shown}`]);
  return said.find((words): words is string => typeof words === "string" && words !== "") ?? null;
}
type Named<Name extends string> = { [Member in `${Name}_zh`]: string | null } & {
  [Member in `${Name}_${Exclude<Language, "zh">}`]?: string | null;
};
export const memberInLanguage = <Name extends string>(of: Named<Name>, name: Name): string =>
  saidInLanguage(of, name) ?? "";

/** A name and the tag of the language that it is in. */
export type Name = { text: string; lang: string };

export function nameOf({ code, name_zh, name_en }: { code: string; name_zh: string; name_en: string | null }): Name {
  const own = profileNames.value?.get(code);
  if (own) return { text: own, lang: tagOf(language.value) };
  return pageLanguage.value === "en" && name_en
    ? { text: name_en, lang: tagOf("en") }
    : { text: name_zh, lang: tagOf("zh") };
}

export const featureName = ({ properties }: PlanFeature): string => nameOf(properties).text;

/** The name in the other language, for the second line of a card. */
export function otherName({ properties }: PlanFeature): string | null {
  if (language.value === "zh") return properties.name_en;
  return nameOf(properties).text === properties.name_zh ? null : properties.name_zh;
}

export function termName(vocabulary: string, code: string): string {
  const found: Term | undefined =
    term(vocabulary, code) ?? answeredTerms(vocabulary).find((entry) => entry.code === code);
  return found ? inLanguage(found) : code;
}

export function collectionTitle(collection: string): string {
  const definition = definitionOf(collection);
  return definition ? inLanguage(definition.title) : collection;
}

/** How a derived value follows from what the plan says. */
export function ruleWords(code: string): string {
  const words = rule(code);
  return words ? inLanguage(words) : code;
}
