import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../account/signed-in.ts";
import type { Account, ChangeSet, Conflict } from "../api/answers.ts";
import { takeOrAsk } from "../api/early.ts";
import type { Problem } from "../api/types.ts";
import { Faults } from "../changes/faults.tsx";
import { t } from "../language/t.ts";
import { notify } from "../notices/notices.ts";
import { type Choice, NOTHING_CHOSEN, openIn, resolutionOf } from "./choice.ts";
import { ConflictItem } from "./parts/conflict-item.tsx";
import { listConflicts, resolveConflicts } from "./requests.ts";
import "./parts/words.ts";
import "./conflicts.css";

type Props = {
  set: ChangeSet;
  who: Account;
  /** Told what was found, for the map. */
  found: (conflicts: readonly Conflict[]) => void;
  /** The set has another version: it was merged. */
  merged: (set: ChangeSet) => void;
};

/** What of a set another has changed meanwhile. Everybody who sees the set sees it; its author chooses, and nobody for them. Nothing where there is no conflict. */
export function ConflictSection({ set, who, found, merged }: Props) {
  const conflicts = useSignal<readonly Conflict[]>([]);
  const number = useSignal(0);
  const choices = useSignal<Readonly<Record<number, Choice>>>({});
  const problem = useSignal<Problem | null>(null);
  const isSending = useSignal(false);
  const look = async (before: readonly Conflict[]) => {
    const last = before.at(-1);
    const answer = await asSignedIn(() =>
      last ? listConflicts(set.id, last.position) : takeOrAsk(listConflicts, set.id),
    );
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    number.value = answer.data.number;
    conflicts.value = [...before, ...answer.data.conflicts];
    found(conflicts.peek());
  };
  useEffect(() => {
    choices.value = {};
    void look([]);
  }, [set.id, set.version]);
  if (number.value === 0) return problem.value ? <Faults problem={problem.value} /> : null;

  const mayChoose = set.author === who.id && ["draft", "returned"].includes(set.state);
  const choiceOf = (conflict: Conflict) => choices.value[conflict.position] ?? NOTHING_CHOSEN;
  const open = conflicts.value.reduce((sum, conflict) => sum + openIn(conflict, choiceOf(conflict)), 0);
  const left = number.value - conflicts.value.length;
  const merge = async (submit: boolean) => {
    if (isSending.peek()) return;
    isSending.value = true;
    const resolutions = conflicts.value.map((conflict) => resolutionOf(conflict, choiceOf(conflict)));
    const answer = await asSignedIn(() => resolveConflicts(set, resolutions, submit, crypto.randomUUID()));
    isSending.value = false;
    // it has moved on once more: what stands now is looked at, and nothing was written
    if (!answer.ok && answer.problem.code === "base-is-stale") await look([]);
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    notify(submit ? "conflicts.submitted" : "conflicts.merged");
    merged(answer.data);
  };
  return (
    <section class="conflict-section" aria-label={t("conflicts.title", { count: number.value })}>
      <h3>{t("conflicts.title", { count: number.value })}</h3>
      <p>{t(explanationOf(set, who, mayChoose))}</p>
      {conflicts.value.map((conflict) => (
        <ConflictItem
          key={`${conflict.position}-${conflict.stands}`}
          conflict={conflict}
          choice={choiceOf(conflict)}
          change={
            mayChoose
              ? (choice) => {
                  choices.value = { ...choices.peek(), [conflict.position]: choice };
                }
              : null
          }
        />
      ))}
      {left > 0 && (
        <button type="button" class="button" onClick={() => void look(conflicts.peek())}>
          {t("conflicts.more", { count: left })}
        </button>
      )}
      {problem.value && <Faults problem={problem.value} />}
      {mayChoose && (
        <p class="change-actions">
          <button type="button" class="button" disabled={open > 0 || isSending.value} onClick={() => void merge(false)}>
            {t("conflicts.merge")}
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={open > 0 || left > 0 || isSending.value}
            onClick={() => void merge(true)}
          >
            {t("conflicts.merge_submit")}
          </button>
        </p>
      )}
    </section>
  );
}

function explanationOf(set: ChangeSet, who: Account, mayChoose: boolean) {
  if (mayChoose) return "conflicts.explained";
  return set.author === who.id ? "conflicts.not_while_in_review" : "conflicts.for_reviewer";
}
