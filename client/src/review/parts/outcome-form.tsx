import { useSignal } from "@preact/signals";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { TextArea } from "../../controls/text-area.tsx";
import { t } from "../../language/t.ts";

export type Outcome = "accepted" | "refused";

type Props = {
  label: string;
  /** Whether accepting is what is mostly done here. */
  isPrimary?: boolean;
  /** Null when it was taken. What is refused stays written. */
  answer: (outcome: Outcome, said: string) => Promise<Problem | null>;
};

/** What somebody contests is accepted or refused, with a word to it. */
export function OutcomeForm({ label, isPrimary = false, answer }: Props) {
  const [text, problem, isSending] = [useSignal(""), useSignal<Problem | null>(null), useSignal(false)];
  const act = async (outcome: Outcome) => {
    if (isSending.peek()) return;
    isSending.value = true;
    problem.value = await answer(outcome, text.peek().trim());
    isSending.value = false;
  };
  const isEmpty = text.value.trim() === "" || isSending.value;
  return (
    <div class="change-form">
      <TextArea label={label} text={text} />
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button type="button" class="button" disabled={isEmpty} onClick={() => void act("refused")}>
          {t("review.contest_refuse")}
        </button>
        <button
          type="button"
          class={`button${isPrimary ? " button-primary" : ""}`}
          disabled={isEmpty}
          onClick={() => void act("accepted")}
        >
          {t("review.contest_accept")}
        </button>
      </p>
    </div>
  );
}
