import { computed } from "@preact/signals";
import { criteria } from "./criteria.ts";
import { type Asked, asked, type ChosenMust, musts, serialiseMust, weights } from "./view.ts";

/** A weight for each criterion, in the order of the catalogue. */
export const weightsNow = computed<readonly number[]>(() =>
  criteria.map(({ code, weight }) => weights.value[code] ?? weight),
);
export const isWeighed = computed(() => weightsNow.value.some((weight) => weight > 0));

/**
 * What the server is asked. How what is not stated counts is left to the client: an answer in ranges holds the other
 * two ways, and the same arithmetic comes to them (score.ts).
 */
export function questionOf(of: Asked, having: readonly ChosenMust[]): URLSearchParams | null {
  if (of === null && having.length === 0) return null;
  const question = new URLSearchParams();
  if (of?.kind === "words") question.set("q", of.words);
  else if (of) question.set(of.kind === "chain" ? "industry_chain" : "industry_cluster", of.code);
  if (having.length > 0) question.set("must", having.map(serialiseMust).join(","));
  return question;
}

/** The question without its weights: one answer holds all orders. Null while nothing is asked. */
export const asking = computed<string | null>(() => questionOf(asked.value, musts.value)?.toString() ?? null);

/** With the weights of now; the server has a word for no weight at all, and that is no ranking. */
export const weighing = computed<string | null>(() => {
  if (asking.value === null || !isWeighed.value) return null;
  const question = new URLSearchParams(asking.value);
  question.set("weights", criteria.map(({ code }, place) => `${code}:${weightsNow.value[place]}`).join(","));
  return question.toString();
});

export function setWeight(code: string, weight: number): void {
  const { [code]: _, ...others } = weights.peek();
  const isUsual = criteria.find((criterion) => criterion.code === code)?.weight === weight;
  weights.value = isUsual ? others : { ...others, [code]: weight };
}

/** `undefined` takes the must-have away. */
export function setMust(code: string, least: number | null | undefined): void {
  const others = musts.peek().filter((must) => must.code !== code);
  musts.value = least === undefined ? others : [...others, { code, least }];
}
