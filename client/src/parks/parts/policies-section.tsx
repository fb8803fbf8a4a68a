import { useSignal } from "@preact/signals";
import { t } from "../../language/t.ts";
import { PoliciesFor } from "../../policies/policies-for.tsx";
import { investorKind, policyPark } from "../../policies/view.ts";
import { match, ranking } from "../match.ts";
import { parkName } from "../park-names.ts";

/** What applies to who asks, fetched when it is opened; a link that chooses a kind of investor or a park opens it. */
export function PoliciesSection() {
  const isOpen = useSignal(investorKind.peek() !== null || policyPark.peek() !== null);
  const question = match.value?.question;
  if (!question) return null;
  const { industry_chain, industry_cluster } = question;
  const industry: Record<string, string> = industry_chain
    ? { industry_chain }
    : industry_cluster
      ? { industry_cluster }
      : {};
  return (
    <details
      class="match-section match-policies"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <h3>{t("policies.apply")}</h3>
        <span class="note">{t("policies.note")}</span>
      </summary>
      {isOpen.value && (
        <PoliciesFor
          industry={industry}
          parks={ranking.value.parks.map(({ park: { code } }) => ({ code, name: parkName(code) }))}
        />
      )}
    </details>
  );
}
