import { useSignal } from "@preact/signals";
import type { Answer } from "../../api/request.ts";
import { type Key, t } from "../../language/t.ts";
import { submitDrafts } from "../submit.ts";

type Props = {
  /** The ids of the drafts that were ticked. */
  chosen: readonly string[];
  act: (what: () => Promise<Answer<unknown>>, said?: Key) => Promise<boolean>;
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
  const field = (name: string, label: Key, value: typeof title, most: number) => (
    <label>
      <span>{t(label)} *</span>
      <input
        name={name}
        required
        pattern=".*\S.*"
        maxLength={most}
        value={value.value}
        onInput={({ currentTarget }) => {
          value.value = currentTarget.value;
        }}
      />
    </label>
  );
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {field("drafts-title", "changes.drafts_title", title, 200)}
      {field("drafts-basis", "changes.basis", basis, 500)}
      <p class="change-actions">
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t("changes.drafts_submit", { number: chosen.length })}
        </button>
      </p>
    </form>
  );
}
