import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ContestedFinding } from "../../api/answers.ts";
import { t } from "../../language/t.ts";
import { ruleTitle } from "../../site-check/finding-text.ts";
import { answerFinding } from "../requests.ts";
import { type Outcome, OutcomeForm } from "./outcome-form.tsx";

type Props = {
  set: number;
  finding: ContestedFinding;
  mayAnswer: boolean;
  answered: (findings: readonly ContestedFinding[]) => void;
};

/** A contested finding with its reason, and the answer: the form of one, or the one that stands. */
export function ContestedRow({ set, finding, mayAnswer, answered }: Props) {
  const isAnew = useSignal(false);
  const { code, rule, severity, found, reason, outcome, answer, answered_by_name } = finding;
  const say = async (outcome: Outcome, answer: string) => {
    const said = { collection: finding.collection, code, finding: finding.finding, outcome, answer };
    const key = crypto.randomUUID();
    const now = await asSignedIn(() => answerFinding(set, said, key));
    if (!now.ok) return now.problem;
    isAnew.value = false;
    answered(now.data.findings);
    return null;
  };
  return (
    <>
      <p class="review-line">
        {severity === "error" && found === "attention" && <span class="chip">{t("review.contested_error")}</span>}
        <strong>{[ruleTitle(rule), subjectOf(finding)].filter(Boolean).join(" · ")}</strong>{" "}
        <span class="note">{code}</span>
      </p>
      <q>{reason}</q>
      {outcome && (
        <p class="review-text">
          <span class="chip">{t(`review.contested_${outcome}` as const)}</span> {answer}{" "}
          <span class="note">{answered_by_name}</span>
        </p>
      )}
      {outcome && mayAnswer && !isAnew.value && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            isAnew.value = true;
          }}
        >
          {t("review.contested_change")}
        </button>
      )}
      {mayAnswer && (outcome === null || isAnew.value) && (
        <OutcomeForm label={t("review.contested_word", { name: ruleTitle(rule) })} answer={say} />
      )}
    </>
  );
}

/** The code of what the finding is about, which is in its id; of a rule about the site alone, nothing. Two findings of one rule are told apart. */
const subjectOf = ({ finding, rule }: ContestedFinding): string =>
  finding.startsWith(`${rule}:`) ? finding.slice(rule.length + 1) : "";
