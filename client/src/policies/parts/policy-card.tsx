import { Icon } from "../../controls/icons.tsx";
import { useByCode } from "../../features/use-by-code.ts";
import { formatLandArea, formatValue } from "../../language/format.ts";
import { memberInLanguage, nameOf, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { openFeature } from "../../selection/select.ts";
import { PolicyCitations } from "../policy-citations.tsx";
import type { Policy } from "../requests.ts";

/** One policy: what, how much, for whom, and where the plan says so. */
export function PolicyCard({ policy, shown }: { policy: Policy; shown: boolean }) {
  const { kind, features } = policy;
  return (
    <article class="policy" data-shown={shown}>
      <header>
        <h3>{memberInLanguage(policy, "title")}</h3>
        <span class="chip chip-type">{termName("policy_kind", kind)}</span>
      </header>
      <p>{memberInLanguage(policy, "what")}</p>
      <dl>
        <dt>{t("policies.amount")}</dt>
        <dd>
          <Amount policy={policy} />
        </dd>
        <dt>{t("policies.for")}</dt>
        <dd>{forWhom(policy)}</dd>
      </dl>
      {features.length > 0 && (
        <p class="policy-features">
          {features.map((code) => (
            <PolicyFeature key={code} code={code} />
          ))}
        </p>
      )}
      <PolicyCitations policy={policy} />
    </article>
  );
}

function Amount({ policy: { amount } }: { policy: Policy }) {
  if (!amount) return <span class="pill-not-stated">{t("not_stated")}</span>;
  const { value, unit, comparator } = amount;
  const figure =
    unit === "m2"
      ? formatLandArea(value, language.value)
      : formatValue(value, unit, termName("unit", unit), language.value);
  return <strong>{comparator === "eq" ? figure : compared(comparator, figure)}</strong>;
}

/** "More than" stands before its figure in Chinese and English and behind it in Japanese and Korean, "about" before it in all. */
function compared(comparator: string, amount: string): string {
  const key = comparator === "about" ? "policies.compared_about" : "policies.compared";
  return t(key, { comparator: termName("comparator", comparator), amount });
}

function forWhom({ investor_kinds, industry_chains, industry_clusters }: Policy): string {
  const names = [
    ...investor_kinds.map((code) => termName("investor_kind", code)),
    ...industry_clusters.map((code) => termName("industry_cluster", code)),
    ...industry_chains.map((code) => termName("industry_chain", code)),
  ];
  return names.length > 0 ? names.join(t("list.separator")) : t("policies.everybody");
}

function PolicyFeature({ code }: { code: string }) {
  const found = useByCode(code);
  if (!found) return <span>{code}</span>;
  const name = nameOf(found.feature.properties);
  return (
    <button
      type="button"
      class="policy-feature"
      onClick={() => openFeature(found.collection, found.feature.properties.code)}
    >
      <Icon name={found.feature.geometry === null ? "list" : "pin"} size={13} />
      <span lang={name.lang}>{name.text}</span>
    </button>
  );
}
