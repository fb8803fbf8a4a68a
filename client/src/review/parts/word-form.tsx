import { useSignal } from "@preact/signals";
import { departmentName } from "../../account/departments.ts";
import { useSending } from "../../account/use-sending.ts";
import type { Consultation, DepartmentWord } from "../../api/answers.ts";
import { Faults } from "../../changes/faults.tsx";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { TextArea } from "../../controls/text-area.tsx";
import { t } from "../../language/t.ts";
import { giveWord } from "../requests.ts";

const OPINIONS = ["no-objection", "conditions", "objection"] as const;
type Props = { consultation: Consultation; changed: (now: readonly Consultation[]) => void };

/** The word of a department: no objection, conditions or an objection, and for these the reason. */
export function WordForm({ consultation: { id, change_set, department }, changed }: Props) {
  const opinion = useSignal<DepartmentWord["opinion"]>("no-objection");
  const text = useSignal("");
  const { problem, isSending, send } = useSending();
  const give = async () => {
    const said = text.peek().trim();
    const word = { opinion: opinion.peek(), ...(said && { answer: said }) };
    const key = crypto.randomUUID();
    const now = await send(() => giveWord(change_set, id, word, key));
    if (now) changed(now.consultations);
  };
  return (
    <CheckedForm class="change-form" submit={() => void give()}>
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
      <TextArea name="word" label={t("review.word_text")} text={text} required={opinion.value !== "no-objection"} />
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t("review.word_give")}
        </button>
      </p>
    </CheckedForm>
  );
}
