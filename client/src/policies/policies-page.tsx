import { useEffect } from "preact/hooks";
import { CountedChoice } from "../controls/counted-choice.tsx";
import { termName } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { language, tagOf } from "../language/view.ts";
import { PageHead } from "../layout/page-head.tsx";
import { PolicyCard } from "./parts/policy-card.tsx";
import { countPolicies, fitsChoice, type PolicyChoice, readPolicies, wantPolicies } from "./policies.ts";
import type { Policy } from "./requests.ts";
import { investorKind, policyKind, shownPolicy } from "./view.ts";
import "./policies.css";

const ALL = "";

/** What the plan offers and asks of those who invest, in our own words, each with its place. */
export function PoliciesPage() {
  useEffect(() => wantPolicies(ALL), []);
  const held = readPolicies(ALL);
  const chosen: PolicyChoice = { kind: policyKind.value, investor: investorKind.value };
  const all = held.kind === "ready" ? held.data.policies : [];
  const shown = all.filter((policy) => fitsChoice(policy, chosen));
  return (
    <section class="page" lang={tagOf(language.value)} aria-label={t("policies.title")}>
      <PageHead translated title={t("policies.title")} note={t("policies.note")}>
        {held.kind === "ready" && (
          <strong role="status">{t("policies.shown", { shown: shown.length, total: all.length })}</strong>
        )}
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          {held.kind === "loading" && <span class="skeleton" style={{ height: "200px" }} />}
          {held.kind === "failed" && (
            <div class="reading-absent" role="alert">
              <p>{problemText(held.problem)}</p>
              <button type="button" class="button" onClick={() => wantPolicies(ALL)}>
                {t("states.retry")}
              </button>
            </div>
          )}
          {held.kind === "ready" && (
            <>
              <CountedChoice
                all={t("policies.all")}
                words={(code) => termName("policy_kind", code)}
                label={t("policies.by_kind")}
                counts={countPolicies(all, "kind", chosen)}
                chosen={policyKind}
              />
              <CountedChoice
                all={t("policies.all")}
                words={(code) => termName("investor_kind", code)}
                label={t("policies.by_investor")}
                counts={countPolicies(all, "investor", chosen)}
                chosen={investorKind}
              />
              <List policies={shown} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** The one that a link or the search led to stands first. */
function List({ policies }: { policies: readonly Policy[] }) {
  if (policies.length === 0) return <p class="state-empty">{t("policies.none")}</p>;
  const first = policies.filter(({ code }) => code === shownPolicy.value);
  return (
    <ul class="policies">
      {[...first, ...policies.filter((policy) => !first.includes(policy))].map((policy) => (
        <li key={policy.code}>
          <PolicyCard policy={policy} shown={first.includes(policy)} />
        </li>
      ))}
    </ul>
  );
}
