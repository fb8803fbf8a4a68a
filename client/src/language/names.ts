import type { PlanFeature } from "../api/types.ts";
import { type Bilingual, definitionOf, rule, type Term, term } from "../catalogue.ts";
import { answeredTerms } from "./answered-terms.ts";
import { language } from "./view.ts";

/** Names that come with the data, in the language shown; a feature without an English name keeps its Chinese one. */
export const inLanguage = (words: Bilingual): string => words[language.value];

export function featureName({ properties }: PlanFeature): string {
  return language.value === "en" ? (properties.name_en ?? properties.name_zh) : properties.name_zh;
}

/** The name in the other language, for the second line of a card. */
export function otherName({ properties }: PlanFeature): string | null {
  return language.value === "en" ? (properties.name_en ? properties.name_zh : null) : properties.name_en;
}

export function termName(vocabulary: string, code: string): string {
  const found: Term | undefined =
    term(vocabulary, code) ?? answeredTerms(vocabulary).find((entry) => entry.code === code);
  return found ? found[language.value] : code;
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
