import type { Catalogue } from "./api/answers.ts";
import { type Answer, get } from "./api/request.ts";

/** The catalogue of the package that the server has loaded; index.html asks for the same address beforehand. */
export const getCatalogue = (signal?: AbortSignal): Promise<Answer<Catalogue>> =>
  get(
    "api/catalogue?omit=glossary,indicator,profiles,checks,criteria,forms,policy_kind,investor_kind,land_use_class,land_supply_method,yes_no,department,description,ja,ko",
    signal,
  );

const LANGUAGES = ["zh", "en", "ja", "ko"];
const NOT_OF_INVESTORS = [
  "glossary",
  "indicator",
  "land_use_class",
  "land_supply_method",
  "department",
  "yes_no",
  "policy_kind",
  "investor_kind",
  "checks",
  "criteria",
];
const NEVER_TRANSLATED = ["symbols", "plans", "rules", "forms"];

const without = (parts: readonly string[]): Promise<Answer<Partial<Catalogue>>> => get(`api/catalogue?omit=${parts}`);

/** What the catalogue says in one language: its entries with their codes, without the words of the others. */
export const getCatalogueWords = (of: string): Promise<Answer<Partial<Catalogue>>> =>
  without([...NOT_OF_INVESTORS, ...NEVER_TRANSLATED, ...LANGUAGES.filter((other) => other !== of)]);

/** What parks are matched by, in every language: most visits never ask. `vocabularies` are the names of those that are held. */
export const getCriteria = (vocabularies: Iterable<string>): Promise<Answer<Partial<Catalogue>>> =>
  without(["glossary", "indicator", "profiles", "checks", "layers", "product", ...NEVER_TRANSLATED, ...vocabularies]);
