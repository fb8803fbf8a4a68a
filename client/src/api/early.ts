import type { Answer } from "./request.ts";

/**
 * What is asked of a set as soon as it is opened, all at once: whoever shows it would ask only when the set itself has come and
 * is drawn. Each answer is taken once; whoever looks again asks again.
 */
type Ask<Data> = (set: number) => Promise<Answer<Data>>;

const begun = new Map<Ask<unknown>, { set: number; answer: Promise<Answer<unknown>> }>();

export function askEarly(set: number, asks: readonly Ask<unknown>[]): void {
  begun.clear();
  for (const ask of asks) begun.set(ask, { set, answer: ask(set) });
}

/** The answer that is under way, or one that is asked for now. */
export function takeOrAsk<Data>(ask: Ask<Data>, set: number): Promise<Answer<Data>> {
  const early = begun.get(ask);
  begun.delete(ask);
  return early?.set === set ? (early.answer as Promise<Answer<Data>>) : ask(set);
}
