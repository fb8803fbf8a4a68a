import { useSending } from "../../account/use-sending.ts";
import { t } from "../../language/t.ts";
import { goOn } from "../begun.ts";
import { Faults } from "../faults.tsx";

/** The way to the draft that somebody has of the feature already. It takes the place of the form, whose words are not in it. */
export function OpenDraft({ id }: { id: string }) {
  const { problem, send } = useSending();
  return (
    <>
      <p class="change-actions">
        <button type="button" class="button" onClick={() => void send(() => goOn(id))}>
          {t("changes.open_draft")}
        </button>
      </p>
      <p class="note">{t("changes.open_draft_note")}</p>
      {problem.value && <Faults problem={problem.value} />}
    </>
  );
}
