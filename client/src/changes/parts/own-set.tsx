import { useSignal } from "@preact/signals";
import type { ChangeSet } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import { formatDate } from "../../language/format.ts";
import { termName } from "../../language/names.ts";
import { type Key, t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { mend } from "../begun.ts";
import { actOn } from "../requests.ts";
import { submitUndo } from "../submit.ts";
import { reviewing } from "../view.ts";
import { mendSite } from "./site-mend.ts";

type Props = { set: ChangeSet; act: (what: () => Promise<Answer<unknown>>, said?: Key) => Promise<boolean> };

/** What became of a change set, and what its author can do with it now. */
export function OwnSet({ set, act }: Props) {
  const { state, actions, comment, decided_by_name, decided_at, number } = set;
  return (
    <>
      <strong>{set.title}</strong>
      <span class="chip" data-state={state}>
        {termName("review_state", state)}
      </span>
      {decided_at && decided_by_name && (
        <span class="note">
          {t("changes.decided", { name: decided_by_name, date: formatDate(decided_at, language.value) })}
        </span>
      )}
      {state === "returned" && comment && <p>{t("changes.returned_because", { comment })}</p>}
      {state === "returned" && number > 2 && <p class="note">{t("changes.mend_many")}</p>}
      <p class="change-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            reviewing.value = set.id;
          }}
        >
          {t("changes.look")}
        </button>
        {state === "returned" && number <= 2 && (
          <button type="button" class="button" onClick={() => void act(() => mendAny(set))}>
            {t("changes.mend")}
          </button>
        )}
        {actions.includes("withdraw") && (
          <button
            type="button"
            class="button"
            onClick={() => void act(() => actOn(set, "withdraw", ""), "changes.withdrew")}
          >
            {t("changes.withdraw")}
          </button>
        )}
      </p>
      {state === "approved" && <Undo set={set} act={act} />}
    </>
  );
}

/** A site, which is two features, in its own form. */
const mendAny = async (set: ChangeSet): Promise<Answer<unknown>> => (await mendSite(set)) ?? mend(set.id);

/** To undo what was approved is a change as any other: it says by what, and another one approves it. */
function Undo({ set, act }: Props) {
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
