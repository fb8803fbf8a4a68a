import { signal } from "@preact/signals";
import { codeField } from "../url/field.ts";

export const policyKind = signal<string | null>(null);
export const policyKindField = codeField("policy_kind", policyKind);
export const investorKind = signal<string | null>(null);
export const investorKindField = codeField("investor_kind", investorKind);
/** The park that an investor asks for, of those that stand beside each other. */
export const policyPark = signal<string | null>(null);
export const policyParkField = codeField("policy_park", policyPark);
/** The policy that a link or the search leads to: the page shows it first. */
export const shownPolicy = signal<string | null>(null);
export const shownPolicyField = codeField("policy", shownPolicy);
