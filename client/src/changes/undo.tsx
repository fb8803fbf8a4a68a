import { useSignal } from "@preact/signals";
import type { ChangeSet } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { type Key, t } from "../language/t.ts";
import { submitUndo } from "./submit.ts";

/** Does something as the one who is signed in and shows what came of it; true when it was done. */
export type Act = (what: () => Promise<Answer<unknown>>, said?: Key) => Promise<boolean>;

/** To undo what was approved is a change as any other: it says by what, and another one approves it. */
export function Undo({ set, act }: { set: ChangeSet; act: Act }) {
  const basis = useSignal<string | null>(null);
  if (basis.value === null)
    return (
      <p class="change-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            basis.value = "";
          }}
        >
          {t("changes.undo")}
        </button>
      </p>
    );
  const submit = async () => {
    const [title, said] = [t("changes.undo_title", { title: set.title }), basis.peek()?.trim() ?? ""];
    if (await act(() => submitUndo(set, title, said), "changes.submitted")) basis.value = null;
  };
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label>
        <span>{t("changes.basis")} *</span>
        <input
          name="undo-basis"
          required
          pattern=".*\S.*"
          maxLength={500}
          value={basis.value}
          onInput={({ currentTarget }) => {
            basis.value = currentTarget.value;
          }}
        />
      </label>
      <p class="change-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            basis.value = null;
          }}
        >
          {t("changes.undo_not")}
        </button>
        <button type="submit" class="button button-primary">
          {t("changes.undo_submit")}
        </button>
      </p>
    </form>
  );
}
