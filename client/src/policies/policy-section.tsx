import { useEffect } from "preact/hooks";
import { Icon } from "../controls/icons.tsx";
import { memberInLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { openPolicies, readPolicies, wantPolicies } from "./policies.ts";
import { PolicyCitations } from "./policy-citations.tsx";
import type { Policy } from "./requests.ts";
import "./policy-section.css";

type Props = {
  /** The parameters of the policies that apply. */
  question: string;
  /** Which of them are for this in particular; the others apply to it as to everything. */
  isOwn: (policy: Policy) => boolean;
  /** Nothing is said where none is for this in particular. */
  onlyOwn?: boolean;
};

/** The policies that apply to what a card is about: those for it listed with their places, the others counted. */
export function PolicySection({ question, isOwn, onlyOwn = false }: Props) {
  useEffect(() => wantPolicies(question), [question]);
  const held = readPolicies(question);
  if (held.kind !== "ready") return null;
  const own = held.data.policies.filter(isOwn);
  const others = held.data.policies.length - own.length;
  if (onlyOwn && own.length === 0) return null;
  return (
    <section class="card-section" aria-label={t("policies.title")}>
      <div class="section-head">
        <h2>
          {t("policies.title")} <span>{onlyOwn ? own.length : held.data.policies.length}</span>
        </h2>
      </div>
      <ul class="policy-list">
        {own.map((policy) => (
          <li key={policy.code}>
            <button type="button" class="policy-open" onClick={() => openPolicies(policy.code)}>
              {memberInLanguage(policy, "title")}
            </button>
            <PolicyCitations policy={policy} />
          </li>
        ))}
      </ul>
      <button type="button" class="button button-quiet" onClick={() => openPolicies()}>
        <Icon name="policies" size={15} />
        {t("policies.general", { count: others })}
      </button>
    </section>
  );
}
