import type { ChangeSet } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import { formatDate } from "../../language/format.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { notify } from "../../notices/notices.ts";
import { mend } from "../begun.ts";
import { actOn } from "../requests.ts";
import { type Act, Undo } from "../undo.tsx";
import { reviewing } from "../view.ts";
import { mendSite } from "./site-mend.ts";

type Props = { set: ChangeSet; act: Act };

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
        {state === "draft" && actions.includes("submit") && (
          <button
            type="button"
            class="button"
            onClick={() => void act(() => actOn(set, "submit", ""), "changes.submitted")}
          >
            {t("changes.submit")}
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

/** A site, which is two features, in its own form; two others have no form, and one of them alone would take the place of both. */
async function mendAny(set: ChangeSet): Promise<Answer<unknown>> {
  const site = await mendSite(set);
  if (site) return site;
  if (set.number === 1) return mend(set.id);
  notify("changes.mend_many");
  return { ok: true, data: undefined };
}
