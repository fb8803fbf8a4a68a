import { useSignal } from "@preact/signals";
import { departmentName } from "../../account/departments.ts";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Consultation, DepartmentWord } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { giveWord } from "../requests.ts";

const OPINIONS = ["no-objection", "conditions", "objection"] as const;
type Props = { consultation: Consultation; changed: (now: readonly Consultation[]) => void };

/** The word of a department: no objection, conditions or an objection, and for these the reason. */
export function WordForm({ consultation: { id, change_set, department }, changed }: Props) {
  const opinion = useSignal<DepartmentWord["opinion"]>("no-objection");
  const [text, problem, isSending] = [useSignal(""), useSignal<Problem | null>(null), useSignal(false)];
  const send = async () => {
    if (isSending.peek()) return;
    isSending.value = true;
    const said = text.peek().trim();
    const word = { opinion: opinion.peek(), ...(said && { answer: said }) };
    const answer = await asSignedIn(() => giveWord(change_set, id, word, crypto.randomUUID()));
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) changed(answer.data.consultations);
  };
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset class="review-opinions">
        <legend>
          {t("review.word_yours")}: {departmentName(department)}
        </legend>
        {OPINIONS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`opinion-${id}`}
              checked={opinion.value === one}
              onChange={() => {
                opinion.value = one;
              }}
            />
            {t(`review.word_${one}` as const)}
          </label>
        ))}
      </fieldset>
      <label>
        <span>{t("review.word_text")}</span>
        <textarea
          rows={2}
          maxLength={2000}
          required={opinion.value !== "no-objection"}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t("review.word_give")}
        </button>
      </p>
    </form>
  );
}
