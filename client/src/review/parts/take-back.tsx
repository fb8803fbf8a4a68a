import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Consultation } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { takeBack } from "../requests.ts";

type Props = { consultation: Consultation; changed: (now: readonly Consultation[]) => void };

/** A word that does not come is waited for no longer; why stands on the sheet of the decision. */
export function TakeBack({ consultation: { id, change_set }, changed }: Props) {
  const [text, problem] = [useSignal(""), useSignal<Problem | null>(null)];
  const send = async () => {
    const answer = await asSignedIn(() => takeBack(change_set, id, text.peek().trim(), crypto.randomUUID()));
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) changed(answer.data.consultations);
  };
  return (
    <details>
      <summary>{t("review.word_back")}</summary>
      <div class="change-form">
        <label>
          <span>{t("review.word_back_why")}</span>
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
          <button type="button" class="button" disabled={text.value.trim() === ""} onClick={() => void send()}>
            {t("review.word_back_send")}
          </button>
        </p>
      </div>
    </details>
  );
}
