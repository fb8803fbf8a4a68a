import { batch } from "@preact/signals";
import { createRemote, type Remote } from "../api/remote.ts";
import { learnTerms } from "../language/answered-terms.ts";
import { openPage } from "../layout/pages.ts";
import { getPolicies, type Policies, type Policy } from "./requests.ts";
import { investorKind, policyKind, shownPolicy } from "./view.ts";

/** Answers by their question; the terms that an answer speaks are known before it is. */
const held = createRemote<Policies>(async (question) => {
  const answer = await getPolicies(question);
  if (answer.ok) {
    learnTerms("policy_kind", answer.data.policy_kinds);
    learnTerms("investor_kind", answer.data.investor_kinds);
  }
  return answer;
});

export const readPolicies = (question: string): Remote<Policies> => held.read(question);
export const wantPolicies = (question: string): void => held.want(question);

/** The page with all of them, or with one before the others. */
export function openPolicies(code: string | null = null): void {
  batch(() => {
    policyKind.value = null;
    investorKind.value = null;
    shownPolicy.value = code;
    openPage("policies");
  });
}

export type PolicyChoice = { kind: string | null; investor: string | null };

/** A policy that names no kind of investor is for every kind. */
export function fitsChoice(policy: Policy, { kind, investor }: PolicyChoice): boolean {
  return (
    (kind === null || policy.kind === kind) &&
    (investor === null || policy.investor_kinds.length === 0 || policy.investor_kinds.includes(investor))
  );
}

/** How many policies choosing a value would leave; a count ignores its own dimension. */
export function countPolicies(policies: readonly Policy[], by: "kind" | "investor", chosen: PolicyChoice) {
  const counts = new Map<string, number>();
  for (const policy of policies) {
    if (!fitsChoice(policy, { ...chosen, [by]: null })) continue;
    for (const code of by === "kind" ? [policy.kind] : policy.investor_kinds)
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

const isForIndustries = ({ industry_chains, industry_clusters }: Policy) =>
  industry_chains.length + industry_clusters.length > 0;

/** Those that are for somebody or something in particular first, the most particular before the others; then as the plan has them. */
export function mostParticularFirst(
  policies: readonly Policy[],
  { investor }: Pick<PolicyChoice, "investor">,
): Policy[] {
  const particulars = (policy: Policy): number =>
    Number(policy.features.length > 0) +
    Number(isForIndustries(policy)) +
    Number(investor !== null && policy.investor_kinds.includes(investor));
  return [...policies].sort((a, b) => particulars(b) - particulars(a));
}
