import { useSignal } from "@preact/signals";
import type { ListedDraft } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import { hasRole } from "../../catalogue.ts";
import { formatDate } from "../../language/format.ts";
import { collectionTitle } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { goOn } from "../begun.ts";
import { nameOfDraft } from "../draft-names.ts";
import { deleteDraft } from "../requests.ts";
import type { Act } from "../undo.tsx";
import { ownOpen, siteDraft } from "../view.ts";
import { SubmitDrafts } from "./submit-drafts.tsx";
import { Thumbnail } from "./thumbnail.tsx";

type Props = { drafts: readonly ListedDraft[]; act: Act };

/** What nobody else sees: gone on with one by one, or ticked and submitted together. */
export function OwnDrafts({ drafts, act }: Props) {
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const taken = drafts.filter(({ id }) => ticked.value.has(id));
  const chosen = taken.map(({ id }) => id);
  const tick = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isOn ? next.add(id) : next.delete(id);
    ticked.value = next;
  };
  return (
    <>
      <h3>{t("changes.own_drafts")}</h3>
      <label class="change-tick">
        <input
          type="checkbox"
          checked={chosen.length === drafts.length}
          onChange={({ currentTarget }) =>
            tick(
              drafts.map(({ id }) => id),
              currentTarget.checked,
            )
          }
        />
        {t("changes.drafts_all", { number: drafts.length })}
      </label>
      <ul class="change-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <label class="change-tick">
              <input
                type="checkbox"
                checked={ticked.value.has(draft.id)}
                onChange={({ currentTarget }) => tick([draft.id], currentTarget.checked)}
              />
              {draft.has_geometry && <Thumbnail draft={draft.id} />}
              <strong>{nameOf(draft)}</strong>
            </label>
            {draft.action === "withdraw" && <span class="chip change-withdrawn">{t("changes.withdrawn")}</span>}
            <span class="note">{t("changes.saved_at", { date: formatDate(draft.updated_at, language.value) })}</span>
            <p class="change-actions">
              {draft.action === "change" && (
                <button type="button" class="button" onClick={() => void act(() => resume(draft))}>
                  {t("changes.go_on")}
                </button>
              )}
              <button type="button" class="button" onClick={() => void act(() => deleteDraft(draft))}>
                {t("changes.delete_draft")}
              </button>
            </p>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && <SubmitDrafts chosen={taken} act={act} />}
    </>
  );
}

/** A new site goes on in its own form, whatever else in that of a correction. */
async function resume({ id, collection, based_on }: ListedDraft): Promise<Answer<unknown>> {
  if (!hasRole(collection, "site") || based_on !== null) return goOn(id);
  siteDraft.value = id;
  ownOpen.value = false;
  return { ok: true, data: undefined };
}

const nameOf = (draft: ListedDraft): string => `${collectionTitle(draft.collection)} · ${nameOfDraft(draft)}`;
