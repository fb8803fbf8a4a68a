import { useEffect } from "preact/hooks";
import { CountedChoice } from "../controls/counted-choice.tsx";
import { termName } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { PolicyCard } from "./parts/policy-card.tsx";
import { countPolicies, fitsChoice, mostParticularFirst, readPolicies, wantPolicies } from "./policies.ts";
import type { Policy } from "./requests.ts";
import { investorKind, policyPark } from "./view.ts";
import "./policies.css";

/** So many stand there at once; the rest is a press away. */
const FIRST = 4;

type Named = { code: string; name: string };
type Props = {
  /** What is asked for, as parameters of the policies: an industry chain, a cluster, or nothing. */
  industry: Readonly<Record<string, string>>;
  parks: readonly Named[];
};

/** What applies to an investor: by the industry that is asked for, a park, and the kind of investor that they are. */
export function PoliciesFor({ industry, parks }: Props) {
  const park = parks.some(({ code }) => code === policyPark.value) ? policyPark.value : null;
  const question = new URLSearchParams({ ...industry, ...(park ? { park } : {}) }).toString();
  useEffect(() => wantPolicies(question), [question]);
  const held = readPolicies(question);
  if (held.kind === "loading") return <span class="skeleton" style={{ display: "block", height: "120px" }} />;
  if (held.kind === "failed")
    return (
      <div class="reading-absent" role="alert">
        <p>{problemText(held.problem)}</p>
        <button type="button" class="button" onClick={() => wantPolicies(question)}>
          {t("states.retry")}
        </button>
      </div>
    );
  const choice = { kind: null, investor: investorKind.value };
  const all = held.data.policies;
  const fitting = mostParticularFirst(
    all.filter((policy) => fitsChoice(policy, choice)),
    choice,
  );
  return (
    <>
      <div class="policies-choices">
        <CountedChoice
          label={t("policies.by_investor")}
          all={t("policies.all")}
          words={(code) => termName("investor_kind", code)}
          counts={countPolicies(all, "investor", choice)}
          chosen={investorKind}
        />
        {parks.length > 0 && <ParkChoice parks={parks} park={park} />}
      </div>
      <p class="note" role="status">
        {t("policies.shown", { shown: fitting.length, total: held.data.total })}
      </p>
      {fitting.length === 0 && <p class="state-empty">{t("policies.none")}</p>}
      <List policies={fitting.slice(0, FIRST)} />
      {fitting.length > FIRST && (
        <details class="match-apart">
          <summary>{t("policies.more", { count: fitting.length - FIRST })}</summary>
          <List policies={fitting.slice(FIRST)} />
        </details>
      )}
    </>
  );
}

function ParkChoice({ parks, park }: { parks: readonly Named[]; park: string | null }) {
  return (
    <label class="counted-choice">
      <span>{t("policies.by_park")}</span>
      <select
        value={park ?? ""}
        onChange={(event) => {
          policyPark.value = event.currentTarget.value || null;
        }}
      >
        <option value="">{t("policies.all")}</option>
        {parks.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function List({ policies }: { policies: readonly Policy[] }) {
  return (
    <ul class="policies">
      {policies.map((policy) => (
        <li key={policy.code}>
          <PolicyCard policy={policy} shown={false} />
        </li>
      ))}
    </ul>
  );
}
