import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ContestedFinding } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { ruleTitle } from "../../site-check/finding-text.ts";
import { answerFinding } from "../requests.ts";

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
  return (
    <>
      <p class="review-line">
        {severity === "error" && found === "attention" && <span class="chip">{t("review.contested_error")}</span>}
        <strong>{ruleTitle(rule)}</strong> <span class="note">{code}</span>
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
        <AnswerForm
          set={set}
          finding={finding}
          answered={(now) => {
            isAnew.value = false;
            answered(now);
          }}
        />
      )}
    </>
  );
}

function AnswerForm({ set, finding, answered }: Omit<Props, "mayAnswer">) {
  const [text, problem, isSending] = [useSignal(""), useSignal<Problem | null>(null), useSignal(false)];
  const key = useSignal(crypto.randomUUID());
  const act = async (outcome: "accepted" | "refused") => {
    if (isSending.peek()) return;
    isSending.value = true;
    const { collection, code } = finding;
    const said = { collection, code, finding: finding.finding, outcome, answer: text.peek().trim() };
    const answer = await asSignedIn(() => answerFinding(set, said, key.peek()));
    isSending.value = false;
    // what was refused may be said otherwise, and is another request then
    key.value = crypto.randomUUID();
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) answered(answer.data.findings);
  };
  const isEmpty = text.value.trim() === "" || isSending.value;
  return (
    <div class="change-form">
      <label>
        <span>{t("review.contested_word", { name: ruleTitle(finding.rule) })}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button type="button" class="button" disabled={isEmpty} onClick={() => void act("refused")}>
          {t("review.contest_refuse")}
        </button>
        <button type="button" class="button" disabled={isEmpty} onClick={() => void act("accepted")}>
          {t("review.contest_accept")}
        </button>
      </p>
    </div>
  );
}
