import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { asSignedIn } from "../account/signed-in.ts";
import type { Account, ChangeSet, ListedDraft } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import type { Problem } from "../api/types.ts";
import { t } from "../language/t.ts";
import { notify } from "../notices/notices.ts";
import { ApprovedSets } from "./approved-sets.tsx";
import { Faults } from "./faults.tsx";
import { hasSites, newSite } from "./new-site.ts";
import { BulkChange } from "./parts/bulk-change.tsx";
import { startLanding } from "./parts/landing.ts";
import { OwnDrafts } from "./parts/own-drafts.tsx";
import { OwnSet } from "./parts/own-set.tsx";
import { listDrafts, listSets, MOST_LISTED } from "./requests.ts";
import { SideSheet } from "./side-sheet.tsx";
import { bulkOpen, correcting, ownOpen, reviewing } from "./view.ts";

const close = () => {
  ownOpen.value = false;
  bulkOpen.value = false;
};

/** What somebody has begun and what became of it: drafts that nobody else sees, and one's own change sets. */
export function OwnSheet() {
  useEffect(startLanding, []);
  if (!ownOpen.value) return null;
  return (
    <SideSheet kind="own-changes" label={t("changes.own_title")} close={close} hidden={reviewing.value !== null}>
      <NeedsRole name="staff">{(who) => <Own who={who} />}</NeedsRole>
    </SideSheet>
  );
}

function Own({ who }: { who: Account }) {
  const drafts = useSignal<readonly ListedDraft[] | null>(null);
  const sets = useSignal<readonly ChangeSet[]>([]);
  const last = useSignal<number | null>(null);
  const problem = useSignal<Problem | null>(null);
  const look = async () => {
    const [kept, own] = [await asSignedIn(listDrafts), await asSignedIn(() => listSets({ author: who.id }))];
    problem.value = kept.ok ? (own.ok ? null : own.problem) : kept.problem;
    if (!kept.ok || !own.ok) return;
    drafts.value = kept.data.drafts;
    show([], own.data.change_sets);
  };
  const show = (before: readonly ChangeSet[], page: readonly ChangeSet[]) => {
    // what was withdrawn before it was ever submitted was dropped with its form
    sets.value = [...before, ...page.filter(({ submitted_at, state }) => submitted_at !== null || state === "draft")];
    last.value = page.length === MOST_LISTED ? (page.at(-1)?.id ?? null) : null;
  };
  const more = async (before: number) => {
    const answer = await asSignedIn(() => listSets({ author: who.id, before }));
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) show(sets.peek(), answer.data.change_sets);
  };
  // what a form or the desk has submitted or kept meanwhile is in the list when it closes
  useEffect(() => {
    if (!correcting.value && reviewing.value === null) void look();
  }, [correcting.value, reviewing.value]);
  const act = async (what: () => Promise<Answer<unknown>>, said?: string) => {
    const answer = await asSignedIn(what);
    if (answer.ok && said) notify(said);
    // also what was refused: it may be because the list is not that of now
    await look();
    if (!answer.ok) problem.value = answer.problem;
    return answer.ok;
  };
  if (!drafts.value)
    return problem.value ? <Faults problem={problem.value} /> : <p role="status">{t("states.loading")}</p>;
  if (bulkOpen.value)
    return (
      <BulkChange
        done={() => {
          bulkOpen.value = false;
          void look();
        }}
      />
    );
  return (
    <div class="change-own">
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        {hasSites() && (
          <button type="button" class="button button-primary" onClick={() => void act(newSite)}>
            {t("site.new")}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            bulkOpen.value = true;
          }}
        >
          {t("changes.bulk")}
        </button>
      </p>
      {drafts.value.length + sets.value.length === 0 && <p>{t("changes.own_none")}</p>}
      {drafts.value.length > 0 && <OwnDrafts drafts={drafts.value} act={act} />}
      {sets.value.length > 0 && <h3>{t("changes.own_sets")}</h3>}
      <ul class="change-list">
        {returnedFirst(sets.value).map((set) => (
          <li key={set.id}>
            <OwnSet set={set} act={act} />
          </li>
        ))}
      </ul>
      {last.value !== null && (
        <button type="button" class="button" onClick={() => void more(last.value as number)}>
          {t("changes.own_more")}
        </button>
      )}
      <ApprovedSets />
    </div>
  );
}

const returnedFirst = (sets: readonly ChangeSet[]): readonly ChangeSet[] => [
  ...sets.filter(({ state }) => state === "returned"),
  ...sets.filter(({ state }) => state !== "returned"),
];
