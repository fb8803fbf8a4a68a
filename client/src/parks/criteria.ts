import { catalogue } from "../catalogue.ts";
import { language } from "../language/view.ts";

/** The typed face of the catalogue's criteria: what parks are ranked by, what excludes them, what should be known of them. */
type Words = { zh: string; en: string };
export type Criterion = Words & { code: string; kind: string; weight: number; rule_zh: string; rule_en: string };
export type Must = Words & { code: string; kind: string; indicator?: string; unit?: string };
export type Fact = Words & { code: string; kind: string; indicator?: string; horizon?: number; property?: string };

type Rules = { criteria: readonly Criterion[]; musts: readonly Must[]; facts: readonly Fact[] };
/** A package without them ranks nothing, and the server says so when it is asked. */
const rules = (catalogue.criteria ?? { criteria: [], musts: [], facts: [] }) as Rules;

export const { criteria, facts } = rules;
export const mustHaves = rules.musts;

export const ruleOf = (criterion: Criterion): string => criterion[`rule_${language.value}`];
export const findMust = (code: string): Must | undefined => mustHaves.find((must) => must.code === code);
export const findFact = (code: string): Fact | undefined => facts.find((fact) => fact.code === code);
export const findCriterion = (code: string): Criterion | undefined => criteria.find((one) => one.code === code);
