import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Problem } from "../../api/types.ts";
import { t } from "../../language/t.ts";
import { goOn } from "../begun.ts";
import { Faults } from "../faults.tsx";

/** The way to the draft that somebody has of the feature already. It takes the place of the form, whose words are not in it. */
export function OpenDraft({ id }: { id: string }) {
  const problem = useSignal<Problem | null>(null);
  const open = async () => {
    const answer = await asSignedIn(() => goOn(id));
    problem.value = answer.ok ? null : answer.problem;
  };
  return (
    <>
      <p class="change-actions">
        <button type="button" class="button" onClick={() => void open()}>
          {t("changes.open_draft")}
        </button>
      </p>
      <p class="note">{t("changes.open_draft_note")}</p>
      {problem.value && <Faults problem={problem.value} />}
    </>
  );
}
