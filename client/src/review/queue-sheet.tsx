import { useEffect, useRef } from "preact/hooks";
import { loadDepartments, speaksForOne } from "../account/departments.ts";
import { NeedsRole } from "../account/needs-role.tsx";
import { isSignedInAs } from "../account/session.ts";
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
import { moveByKey } from "./parts/move-by-key.ts";
import { QueueFilter } from "./parts/queue-filter.tsx";
import { SetRow } from "./parts/set-row.tsx";
import {
  claimsOf,
  claimTab,
  LISTS,
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
      <NeedsRole name={isSignedInAs("reviewer") || !speaksForOne.value ? "reviewer" : "staff"}>
        {(who) => <Queue who={who} />}
      </NeedsRole>
    </SideSheet>
  );
}

/** What waits for those who review: change sets, and what anybody has contested. */
function Queue({ who }: { who: Account }) {
  const count = openContests.value;
  if (!who.roles.includes("reviewer"))
    return (
      <div class="review-queue">
        <Sets who={who} />
      </div>
    );
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
  const isReviewer = who.roles.includes("reviewer");
  const claims = claimsOf(isReviewer, speaksForOne.value);
  // first, for the list of another is refused to who does not review
  useEffect(() => {
    if (!claims.includes(claimTab.peek())) claimTab.value = claims[0] ?? "nobody";
  }, [claims.length]);
  useEffect(() => void lookAtQueue(), [claimTab.value, sought.value]);
  useEffect(() => {
    void loadDepartments();
    if (isReviewer) void lookAtContests();
  }, [who.id]);
  const counts = queueCounts.value;
  return (
    <>
      <Switch
        label={t("review.claims")}
        value={claimTab.value}
        options={claims.map((value) => ({
          value,
          label: `${t(`review.claim_${value}` as const)}${counts ? ` ${counts[value]}` : ""}`,
        }))}
        onChange={(value) => {
          claimTab.value = value;
        }}
      />
      {isReviewer && <QueueFilter />}
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
          <ul class="change-list" ref={list} onKeyDown={(event) => moveByKey(event, list.current, "[data-set]")}>
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
