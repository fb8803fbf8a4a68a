import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { asSignedIn } from "../account/signed-in.ts";
import type { Account, ChangeSet, ListedDraft } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import type { Problem } from "../api/types.ts";
import { formatDate } from "../language/format.ts";
import { collectionTitle, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { notify } from "../notices/notices.ts";
import { goOn, mend } from "./begun.ts";
import { Faults } from "./faults.tsx";
import { actOn, deleteDraft, listDrafts, listSets } from "./requests.ts";
import { SideSheet } from "./side-sheet.tsx";
import { correcting, ownOpen, reviewing } from "./view.ts";

const close = () => {
  ownOpen.value = false;
};

/** What somebody has begun and what became of it: drafts that nobody else sees, and one's own change sets. */
export function OwnSheet() {
  if (!ownOpen.value) return null;
  return (
    <SideSheet kind="own-changes" label={t("changes.own_title")} close={close}>
      <NeedsRole name="staff">{(who) => <Own who={who} />}</NeedsRole>
    </SideSheet>
  );
}

function Own({ who }: { who: Account }) {
  const drafts = useSignal<readonly ListedDraft[] | null>(null);
  const sets = useSignal<readonly ChangeSet[]>([]);
  const problem = useSignal<Problem | null>(null);
  const look = async () => {
    const [kept, all] = [await asSignedIn(listDrafts), await asSignedIn(() => listSets())];
    problem.value = kept.ok ? (all.ok ? null : all.problem) : kept.problem;
    if (!kept.ok || !all.ok) return;
    drafts.value = kept.data.drafts;
    // what was never submitted was found faulty while it was written, and is dropped with its form
    sets.value = all.data.change_sets.filter(({ author, submitted_at }) => author === who.id && submitted_at !== null);
  };
  // what a form has submitted or kept meanwhile is in the list when it closes
  useEffect(() => {
    if (!correcting.value) void look();
  }, [correcting.value]);
  const act = async (what: () => Promise<Answer<unknown>>, said?: string) => {
    const answer = await asSignedIn(what);
    if (answer.ok && said) notify(said);
    // also what was refused: it may be because the list is not that of now
    await look();
    if (!answer.ok) problem.value = answer.problem;
  };
  if (!drafts.value)
    return problem.value ? <Faults problem={problem.value} /> : <p role="status">{t("states.loading")}</p>;
  return (
    <div class="change-own">
      {problem.value && <Faults problem={problem.value} />}
      {drafts.value.length + sets.value.length === 0 && <p>{t("changes.own_none")}</p>}
      {drafts.value.length > 0 && <h3>{t("changes.own_drafts")}</h3>}
      <ul class="change-list">
        {drafts.value.map((draft) => (
          <li key={draft.id}>
            <strong>{nameOf(draft)}</strong>
            <span class="note">{t("changes.saved_at", { date: formatDate(draft.updated_at, language.value) })}</span>
            <p class="change-actions">
              {draft.based_on !== null && (
                <button type="button" class="button" onClick={() => void act(() => goOn(draft.id))}>
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
      {sets.value.length > 0 && <h3>{t("changes.own_sets")}</h3>}
      <ul class="change-list">
        {sets.value.map((set) => (
          <li key={set.id}>
            <OwnSet set={set} act={act} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SetProps = { set: ChangeSet; act: (what: () => Promise<Answer<unknown>>, said?: string) => Promise<void> };

function OwnSet({ set, act }: SetProps) {
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
      {state === "returned" && number > 1 && <p class="note">{t("changes.mend_many")}</p>}
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
        {state === "returned" && number === 1 && (
          <button type="button" class="button" onClick={() => void act(() => mend(set.id))}>
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
    </>
  );
}

function nameOf({ collection, code, properties }: ListedDraft): string {
  const name = properties[language.value === "zh" ? "name_zh" : "name_en"];
  return `${collectionTitle(collection)} · ${typeof name === "string" ? name : code}`;
}
