import { useSignal } from "@preact/signals";
import { useSending } from "../../account/use-sending.ts";
import type { Consultation } from "../../api/answers.ts";
import { Faults } from "../../changes/faults.tsx";
import { TextArea } from "../../controls/text-area.tsx";
import { t } from "../../language/t.ts";
import { takeBack } from "../requests.ts";

type Props = { consultation: Consultation; changed: (now: readonly Consultation[]) => void };

/** A word that does not come is waited for no longer; why stands on the sheet of the decision. */
export function TakeBack({ consultation: { id, change_set }, changed }: Props) {
  const text = useSignal("");
  const { problem, send } = useSending();
  const takeItBack = async () => {
    const key = crypto.randomUUID();
    const now = await send(() => takeBack(change_set, id, text.peek().trim(), key));
    if (now) changed(now.consultations);
  };
  return (
    <details>
      <summary>{t("review.word_back")}</summary>
      <div class="change-form">
        <TextArea label={t("review.word_back_why")} text={text} />
        {problem.value && <Faults problem={problem.value} />}
        <p class="change-actions">
          <button type="button" class="button" disabled={text.value.trim() === ""} onClick={() => void takeItBack()}>
            {t("review.word_back_send")}
          </button>
        </p>
      </div>
    </details>
  );
}
