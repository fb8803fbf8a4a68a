import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeSet, Reviewer } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { claim, listReviewers } from "../requests.ts";

type Props = { set: ChangeSet; who: Account; changed: (set: ChangeSet) => void };

/** With whom a set is: a reviewer takes it, gives it back, or names another. */
export function Claim({ set, who, changed }: Props) {
  const problem = useSignal<Problem | null>(null);
  const others = useSignal<readonly Reviewer[] | null>(null);
  if (set.state !== "in-review") return null;
  const isMine = set.claimed_by === who.id;
  const act = async (action: "claim" | "release" | "assign", account?: string) => {
    const answer = await asSignedIn(() => claim(set, action, account));
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    others.value = null;
    changed(answer.data);
  };
  const offer = async () => {
    const answer = await asSignedIn(listReviewers);
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) others.value = answer.data.reviewers.filter(({ id }) => id !== set.author && id !== set.claimed_by);
  };
  const mayClaim = who.roles.includes("reviewer") && set.author !== who.id;
  return (
    <div class="review-claim">
      <span>
        {set.claimed_by_name
          ? t(isMine ? "review.with_you" : "review.with", { name: set.claimed_by_name })
          : t("review.with_nobody")}
      </span>
      {mayClaim && (
        <span class="change-actions">
          {!set.claimed_by && (
            <button type="button" class="button" onClick={() => void act("claim")}>
              {t("review.claim")}
            </button>
          )}
          {isMine && (
            <button type="button" class="button" onClick={() => void act("release")}>
              {t("review.release")}
            </button>
          )}
          {others.value === null ? (
            <button type="button" class="button" onClick={() => void offer()}>
              {t("review.assign")}
            </button>
          ) : (
            <select
              aria-label={t("review.assign_to")}
              value=""
              onChange={({ currentTarget }) => void act("assign", currentTarget.value)}
            >
              <option value="">{t("review.assign_to")}</option>
              {others.value.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </span>
      )}
      {problem.value && <Faults problem={problem.value} />}
    </div>
  );
}
