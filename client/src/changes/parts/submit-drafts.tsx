import { useSignal } from "@preact/signals";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { t } from "../../language/t.ts";
import { submitDrafts } from "../submit.ts";
import type { Act } from "../undo.tsx";
import { RequiredField } from "./required-field.tsx";

type Props = {
  /** The ids of the drafts that were ticked. */
  chosen: readonly string[];
  act: Act;
};

/** Several drafts as one change set, as they are: what a GIS has kept needs no form. Refused, the drafts stay. */
export function SubmitDrafts({ chosen, act }: Props) {
  const title = useSignal("");
  const basis = useSignal("");
  const isSending = useSignal(false);
  const send = async () => {
    if (isSending.peek()) return;
    isSending.value = true;
    const submit = () => submitDrafts(title.peek().trim(), basis.peek().trim(), chosen);
    if (await act(submit, "changes.submitted")) title.value = basis.value = "";
    isSending.value = false;
  };
  return (
    <CheckedForm class="change-form" submit={() => void send()}>
      <RequiredField name="drafts-title" label={t("changes.drafts_title")} text={title} maxLength={200} />
      <RequiredField name="drafts-basis" label={t("changes.basis")} text={basis} maxLength={500} />
      <p class="change-actions">
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t("changes.drafts_submit", { number: chosen.length })}
        </button>
      </p>
    </CheckedForm>
  );
}
