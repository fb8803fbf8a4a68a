import type { Catalogue } from "./api/answers.ts";
import { type Answer, get } from "./api/request.ts";

/** The catalogue of the package that the server has loaded; index.html asks for the same address beforehand. */
export const getCatalogue = (signal?: AbortSignal): Promise<Answer<Catalogue>> =>
  get("api/catalogue?omit=glossary,indicator,profiles,checks,policy_kind,investor_kind,ja,ko", signal);

const NOT_OF_INVESTORS = [
  "glossary",
  "indicator",
  "policy_kind",
  "investor_kind",
  "checks",
  "symbols",
  "plans",
  "rules",
  "product",
];
const LANGUAGES = ["zh", "en", "ja", "ko"];

/** What the catalogue says in one language: its entries with their codes, without the words of the others. */
export const getCatalogueWords = (of: string): Promise<Answer<Partial<Catalogue>>> =>
  get(`api/catalogue?omit=${[...NOT_OF_INVESTORS, ...LANGUAGES.filter((other) => other !== of)]}`);
