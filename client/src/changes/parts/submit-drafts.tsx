import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ListedDraft } from "../../api/answers.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { t } from "../../language/t.ts";
import { proposedFor } from "../draft-names.ts";
import { submitDrafts } from "../submit.ts";
import type { Act } from "../undo.tsx";
import { RequiredField } from "./required-field.tsx";

type Props = {
  /** The drafts that were ticked. */
  chosen: readonly ListedDraft[];
  act: Act;
};

/** Several drafts as one change set, as they are: what a GIS has kept needs no form. Refused, the drafts stay. */
export function SubmitDrafts({ chosen, act }: Props) {
  const proposed = proposedFor(chosen);
  const title = useSignal(proposed.title);
  const basis = useSignal(proposed.basis);
  const before = useRef(proposed);
  // what nobody has changed follows what is ticked
  useEffect(() => {
    if (title.peek() === before.current.title) title.value = proposed.title;
    if (basis.peek() === before.current.basis) basis.value = proposed.basis;
    before.current = proposed;
  }, [proposed.title, proposed.basis]);
  const isSending = useSignal(false);
  const send = async () => {
    if (isSending.peek()) return;
    isSending.value = true;
    const submit = () =>
      submitDrafts(
        title.peek().trim(),
        basis.peek().trim(),
        chosen.map(({ id }) => id),
      );
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
