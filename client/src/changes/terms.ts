import { collectionDefinitions, type Term, vocabularies } from "../catalogue.ts";
import { answeredTerms, learnTerms } from "../language/answered-terms.ts";
import { members } from "./entries.ts";
import { getWholeCatalogue } from "./requests.ts";

/** The terms that can be chosen; of a vocabulary that the page does without they come with `learnVocabularies`. */
export const termsOf = (vocabulary: string | undefined): readonly Term[] =>
  vocabularies.get(vocabulary ?? "")?.terms ?? answeredTerms(vocabulary ?? "");

let asked = false;

/** Whoever only reads has no use for all terms of every vocabulary: a form asks for them, once. */
export async function learnVocabularies(): Promise<void> {
  const named = [
    ...Object.values(members).flatMap((of) => of.flatMap(({ vocabulary }) => vocabulary ?? [])),
    ...collectionDefinitions.flatMap(({ properties }) => properties.flatMap(({ vocabulary }) => vocabulary ?? [])),
  ];
  const missing = [...new Set(named)].filter((vocabulary) => !vocabularies.has(vocabulary));
  if (asked || missing.length === 0) return;
  asked = true;
  const answer = await getWholeCatalogue();
  asked = answer.ok;
  if (!answer.ok) return;
  for (const vocabulary of missing) learnTerms(vocabulary, answer.data.vocabularies[vocabulary]?.terms ?? []);
}
