import { useEffect, useRef } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import type { Account } from "../api/answers.ts";
import { ApprovedSets } from "../changes/approved-sets.tsx";
import { Faults } from "../changes/faults.tsx";
import { SideSheet } from "../changes/side-sheet.tsx";
import { queueOpen, reviewing } from "../changes/view.ts";
import { Switch } from "../controls/radio-group.tsx";
import { t } from "../language/t.ts";
import { queueOnLeft } from "../layout/layout.ts";
import { lookAtContests, openContests } from "./contests.ts";
import { ContestList } from "./parts/contest-list.tsx";
import { QueueFilter } from "./parts/queue-filter.tsx";
import { SetRow } from "./parts/set-row.tsx";
import {
  CLAIMS,
  claimTab,
  LISTS,
  letterOf,
  lookAtQueue,
  NOTHING_SOUGHT,
  queueCounts,
  queued,
  queueList,
  queueProblem,
  sought,
} from "./queue.ts";
import "./parts/words.ts";
import "./review.css";

const close = () => {
  queueOpen.value = false;
  reviewing.value = null;
};

/** What waits to be reviewed: in a wide window in the place of the left panel, beside what is looked at; elsewhere it gives way to that. */
export function QueueSheet() {
  if (!queueOpen.value) return null;
  return (
    <SideSheet
      kind="queue"
      label={t("changes.queue")}
      close={close}
      onLeft={queueOnLeft.value}
      hidden={!queueOnLeft.value && reviewing.value !== null}
    >
      <NeedsRole name="reviewer">{(who) => <Queue who={who} />}</NeedsRole>
    </SideSheet>
  );
}

/** What waits for those who review: change sets, and what anybody has contested. */
function Queue({ who }: { who: Account }) {
  const count = openContests.value;
  return (
    <div class="review-queue">
      <Switch
        label={t("review.lists")}
        value={queueList.value}
        options={LISTS.map((value) => ({
          value,
          label: `${t(`review.list_${value}` as const)}${value === "contests" && count !== null ? ` ${count}` : ""}`,
        }))}
        onChange={(value) => {
          queueList.value = value;
        }}
      />
      {queueList.value === "sets" ? <Sets who={who} /> : <ContestList />}
    </div>
  );
}

function Sets({ who }: { who: Account }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => void lookAtQueue(), [claimTab.value, sought.value]);
  useEffect(() => void lookAtContests(), []);
  const counts = queueCounts.value;
  return (
    <>
      <Switch
        label={t("review.claims")}
        value={claimTab.value}
        options={CLAIMS.map((value) => ({
          value,
          label: `${t(`review.claim_${value}` as const)}${counts ? ` ${counts[value]}` : ""}`,
        }))}
        onChange={(value) => {
          claimTab.value = value;
        }}
      />
      <QueueFilter />
      {queueProblem.value && <Faults problem={queueProblem.value} />}
      {!queued.value && !queueProblem.value && <p role="status">{t("states.loading")}</p>}
      {queued.value?.length === 0 && (
        <p class="note" role="status">
          {t(sought.value === NOTHING_SOUGHT ? "changes.nothing" : "review.nothing_sought")}
        </p>
      )}
      {queued.value && queued.value.length > 0 && (
        <>
          <p class="note">{t("changes.queue_keys", { count: queued.value.length })}</p>
          <ul class="change-list" ref={list} onKeyDown={(event) => moveByKey(event, list.current)}>
            {queued.value.map((set) => (
              <li key={set.id}>
                <SetRow set={set} isOwn={set.author === who.id} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ApprovedSets />
    </>
  );
}

/** J and K, as arrows do, lead to the next row and to the one before; Enter opens it. */
function moveByKey(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const letter = letterOf(event);
  const by = letter === "j" || event.key === "ArrowDown" ? 1 : letter === "k" || event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-set]") ?? [])];
  event.preventDefault();
  event.stopPropagation();
  rows[rows.indexOf(event.target as HTMLElement) + by]?.focus();
}
