import { signal } from "@preact/signals";
import type { Problem } from "../api/types.ts";
import { term } from "../catalogue.ts";
import { getComparison, type ParkComparison } from "./requests.ts";
import { comparedCodes } from "./view.ts";

/** What the server sets side by side; null while nothing is asked or it is on its way. */
export type Held = { codes: string; comparison: ParkComparison | null; problem: Problem | null };
export const held = signal<Held | null>(null);

export type ComparedKind = ParkComparison["kind"];

/** What codes of the link are of, as far as can be said before the server has answered. */
export const kindOf = (code: string | undefined): ComparedKind =>
  code === undefined ? "park" : term("industry_chain", code) ? "industry-chain" : "project";

/** Asks for what is chosen; what was asked for before is forgotten. */
export function wantComparison(codes: readonly string[]): (() => void) | undefined {
  const asked = codes.join(",");
  if (asked === "") return;
  const controller = new AbortController();
  void getComparison(codes, controller.signal).then((answer) => {
    if (controller.signal.aborted) return;
    held.value = answer.ok
      ? { codes: asked, comparison: answer.data, problem: null }
      : { codes: asked, comparison: null, problem: answer.problem };
  });
  return () => controller.abort();
}

export function addCompared(code: string): void {
  comparedCodes.value = [...comparedCodes.value, code];
}

export function removeCompared(code: string): void {
  comparedCodes.value = comparedCodes.value.filter((one) => one !== code);
}
