import { signal } from "@preact/signals";
import type { Term } from "../catalogue.ts";

/** Terms that came with an answer, by vocabulary: what names one of them is drawn again when it has come. */
const answered = signal<Readonly<Record<string, readonly Term[]>>>({});

export function learnTerms(vocabulary: string, terms: readonly Term[]): void {
  answered.value = { ...answered.peek(), [vocabulary]: terms };
}

/** In the order of the vocabulary; none while they are on their way. */
export const answeredTerms = (vocabulary: string): readonly Term[] => answered.value[vocabulary] ?? [];
