import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { asSignedIn } from "../account/signed-in.ts";
import type { Account, ChangeSet } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { Icon } from "../controls/icons.tsx";
import { lettersOn } from "../keyboard/keyboard.ts";
import { formatDate } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { Faults } from "./parts/faults.tsx";
import { SetReview } from "./parts/set-review.tsx";
import { SideSheet } from "./parts/side-sheet.tsx";
import { listSets } from "./requests.ts";
import { queueOpen } from "./view.ts";
import "./parts/words.ts";
import "./changes.css";

const close = () => {
  queueOpen.value = false;
};

/** What waits to be reviewed, each with what it changes, before and after, beside the map that shows both. */
export function QueueSheet() {
  if (!queueOpen.value) return null;
  return (
    <SideSheet kind="queue" label={t("changes.queue")} close={close}>
      <NeedsRole name="reviewer">{(who) => <Queue who={who} />}</NeedsRole>
    </SideSheet>
  );
}

function Queue({ who }: { who: Account }) {
  const sets = useSignal<readonly ChangeSet[] | null>(null);
  const open = useSignal<number | null>(null);
  const problem = useSignal<Problem | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const look = async () => {
    const answer = await asSignedIn(() => listSets("in-review"));
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) sets.value = answer.data.change_sets;
  };
  useEffect(() => void look(), []);
  if (problem.value) return <Faults problem={problem.value} />;
  if (!sets.value) return <p role="status">{t("states.loading")}</p>;
  if (sets.value.length === 0) return <p class="change-nothing">{t("changes.nothing")}</p>;
  const turnTo = (id: number | undefined) => {
    if (id === undefined) return;
    open.value = id;
    list.current?.querySelector<HTMLElement>(`[data-set="${id}"]`)?.focus();
  };
  const step = (by: 1 | -1) => {
    const ids = sets.peek()?.map(({ id }) => id) ?? [];
    const at = open.peek() === null ? -1 : ids.indexOf(open.peek() as number);
    turnTo(at === -1 ? ids.at(by === 1 ? 0 : -1) : ids[at + by]);
  };
  return (
    <>
      <p class="note change-hint">{t("changes.queue_keys", { count: sets.value.length })}</p>
      <ul class="change-list" ref={list} onKeyDown={(event) => stepByKey(event, step)}>
        {sets.value.map((set) => (
          <li key={set.id}>
            <button
              type="button"
              class="change-set"
              data-set={set.id}
              aria-expanded={open.value === set.id}
              onClick={() => {
                open.value = open.peek() === set.id ? null : set.id;
              }}
            >
              <Icon name={open.value === set.id ? "down" : "right"} size={16} />
              <span>
                <strong>{set.title}</strong>
                <span class="note">{setLine(set)}</span>
              </span>
            </button>
            {open.value === set.id && (
              <SetReview
                set={set}
                isOwn={set.author === who.id}
                done={() => {
                  open.value = null;
                  void look();
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who, when, by what, and how much. */
function setLine({ author_name, submitted_at, basis, number }: ChangeSet): string {
  const when = submitted_at && formatDate(submitted_at, language.value);
  return [author_name, when, basis, t("changes.features", { count: number })].filter(Boolean).join(" · ");
}

/** J and K, as arrows do, lead to the next set and to the one before; not while somebody writes. */
function stepByKey(event: KeyboardEvent, step: (by: 1 | -1) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const onHead = target.dataset.set !== undefined;
  const isLetter = lettersOn.value && !["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
  const key = event.key.toLowerCase();
  const by =
    (isLetter && key === "j") || (onHead && key === "arrowdown")
      ? 1
      : (isLetter && key === "k") || (onHead && key === "arrowup")
        ? -1
        : null;
  if (by === null) return;
  event.preventDefault();
  event.stopPropagation();
  step(by);
}
