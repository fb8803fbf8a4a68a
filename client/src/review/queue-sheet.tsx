import { useEffect, useRef } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import type { Account, ChangeSet } from "../api/answers.ts";
import { Faults } from "../changes/faults.tsx";
import { SideSheet } from "../changes/side-sheet.tsx";
import { queueOpen, reviewing } from "../changes/view.ts";
import { formatDate } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { queueOnLeft } from "../layout/layout.ts";
import { letterOf, lookAtQueue, queued, queueProblem } from "./queue.ts";
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

function Queue({ who }: { who: Account }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => void lookAtQueue(), []);
  if (queueProblem.value) return <Faults problem={queueProblem.value} />;
  if (!queued.value) return <p role="status">{t("states.loading")}</p>;
  if (queued.value.length === 0) return <p class="change-nothing">{t("changes.nothing")}</p>;
  return (
    <>
      <p class="note change-hint">{t("changes.queue_keys", { count: queued.value.length })}</p>
      <ul class="change-list" ref={list} onKeyDown={(event) => moveByKey(event, list.current)}>
        {queued.value.map((set) => (
          <li key={set.id}>
            <SetRow set={set} isOwn={set.author === who.id} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who, when, by what, and how much. */
function SetRow({ set, isOwn }: { set: ChangeSet; isOwn: boolean }) {
  const { id, title, author_name, submitted_at, basis, number } = set;
  const when = submitted_at && formatDate(submitted_at, language.value);
  return (
    <button
      type="button"
      class="change-set"
      data-set={id}
      aria-current={reviewing.value === id}
      onClick={() => {
        reviewing.value = id;
      }}
    >
      <span>
        <strong>{title}</strong>
        <span class="note">
          {[author_name, when, basis, t("changes.features", { count: number })].filter(Boolean).join(" · ")}
        </span>
        {isOwn && <span class="chip">{t("review.own_chip")}</span>}
      </span>
    </button>
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
