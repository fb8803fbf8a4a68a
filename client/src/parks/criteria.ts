import { catalogue, type Words } from "../catalogue.ts";
import { memberInLanguage } from "../language/names.ts";

/** The typed face of the catalogue's criteria: what parks are ranked by, what excludes them, what should be known of them. */
type Rule = { rule_zh: string; rule_en: string; rule_ja?: string; rule_ko?: string };
export type Criterion = Words & Rule & { code: string; kind: string; weight: number };
export type Must = Words & { code: string; kind: string; indicator?: string; unit?: string };
export type Fact = Words & { code: string; kind: string; indicator?: string; horizon?: number; property?: string };

type Rules = { criteria: readonly Criterion[]; musts: readonly Must[]; facts: readonly Fact[] };
/** There before this is evaluated (catalogue-criteria.ts). A package without them ranks nothing, and the server says so when it is asked. */
const rules = (catalogue.criteria ?? { criteria: [], musts: [], facts: [] }) as Rules;

export const { criteria, facts } = rules;
export const mustHaves = rules.musts;

export const ruleOf = (criterion: Criterion): string => memberInLanguage(criterion, "rule");
export const findMust = (code: string): Must | undefined => mustHaves.find((must) => must.code === code);
export const findFact = (code: string): Fact | undefined => facts.find((fact) => fact.code === code);
export const findCriterion = (code: string): Criterion | undefined => criteria.find((one) => one.code === code);
