import { vocabularies } from "../../catalogue.ts";
import { termName } from "../../language/names.ts";
import { plain } from "../../search/folding.ts";
import type { Asked } from "../view.ts";

/** What the box offers for what is typed: chains whose names hold it, and at last the words as they are. */
export type AskOption = { key: string; asked: NonNullable<Asked>; chain: string | null };

const chains = vocabularies.get("industry_chain")?.terms ?? [];

export function askOptions(typed: string): AskOption[] {
  const sought = plain(typed);
  const fits = chains.filter(({ zh, en, ja = "", ko = "" }) =>
    [zh, en, ja, ko].some((name) => plain(name).includes(sought)),
  );
  const options: AskOption[] = fits.map(({ code }) => ({ key: code, asked: { kind: "chain", code }, chain: code }));
  const words = typed.trim();
  return words === "" ? options : [...options, { key: "words", asked: { kind: "words", words }, chain: null }];
}

/** What is asked, in words. */
export function askedWords(asked: Asked): string {
  if (asked === null) return "";
  if (asked.kind === "words") return asked.words;
  return termName(asked.kind === "chain" ? "industry_chain" : "industry_cluster", asked.code);
}
