import { useSignal } from "@preact/signals";
import type { ChangeSet } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { CheckedForm } from "../controls/checked-form.tsx";
import { type Key, t } from "../language/t.ts";
import { RequiredField } from "./parts/required-field.tsx";
import { submitUndo } from "./submit.ts";

/** Does something as the one who is signed in and shows what came of it; true when it was done. */
export type Act = (what: () => Promise<Answer<unknown>>, said?: Key) => Promise<boolean>;

/** To undo what was approved is a change as any other: it says by what, and another one approves it. */
export function Undo({ set, act }: { set: ChangeSet; act: Act }) {
  const isOpen = useSignal(false);
  const basis = useSignal("");
  if (!isOpen.value)
    return (
      <p class="change-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            basis.value = "";
            isOpen.value = true;
          }}
        >
          {t("changes.undo")}
        </button>
      </p>
    );
  const submit = async () => {
    const [title, said] = [t("changes.undo_title", { title: set.title }), basis.peek().trim()];
    if (await act(() => submitUndo(set, title, said), "changes.submitted")) isOpen.value = false;
  };
  return (
    <CheckedForm class="change-form" submit={() => void submit()}>
      <RequiredField name="undo-basis" label={t("changes.basis")} text={basis} maxLength={500} />
      <p class="change-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            isOpen.value = false;
          }}
        >
          {t("changes.undo_not")}
        </button>
        <button type="submit" class="button button-primary">
          {t("changes.undo_submit")}
        </button>
      </p>
    </CheckedForm>
  );
}
