import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { actOn } from "../../changes/requests.ts";
import { t } from "../../language/t.ts";
import { notify } from "../../notices/notices.ts";
import { approveBut } from "../requests.ts";
import type { Excluded } from "./excluded.tsx";

type Props = {
  set: ChangeSet;
  /** What is not approved with the rest. */
  excluded: Excluded;
  done: () => void;
  /** Told when something was changed by another meanwhile. */
  stale: () => void;
};

/** Approves, or returns with the reason. What was refused keeps the reason that was written. */
export function Decision({ set, excluded, done, stale }: Props) {
  const problem = useSignal<Problem | null>(null);
  const reason = useSignal("");
  const isSending = useSignal(false);
  const count = Object.keys(excluded).length;
  const isUnsaid = Object.values(excluded).some((why) => why.trim() === "");
  const act = async (action: "approve" | "return") => {
    if (isSending.peek()) return;
    isSending.value = true;
    const comment = reason.peek().trim();
    const answer = await asSignedIn(() =>
      action === "approve" && count > 0 ? approveBut(set, comment, excluded) : actOn(set, action, comment),
    );
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok && answer.problem.code === "base-is-stale") stale();
    if (!answer.ok) return;
    notify(action === "approve" ? "changes.approved" : "changes.returned");
    done();
  };
  return (
    <div class="change-form review-decision">
      {problem.value && <Faults problem={problem.value} />}
      <label>
        <span>{t("changes.reason")}</span>
        <textarea
          name="reason"
          rows={2}
          maxLength={2000}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value;
          }}
        />
      </label>
      {isUnsaid && <p role="status">{t("review.exclude_unsaid")}</p>}
      <p class="change-actions">
        <button
          type="button"
          class="button"
          disabled={reason.value.trim() === "" || isSending.value}
          onClick={() => void act("return")}
        >
          {t("changes.return")}
        </button>
        <button
          type="button"
          class="button button-primary"
          data-action="approve"
          disabled={isUnsaid || isSending.value}
          onClick={() => void act("approve")}
        >
          {count > 0 ? t("review.approve_but", { count }) : t("changes.approve")}
        </button>
      </p>
      <p class="note">{t("review.desk_keys")}</p>
    </div>
  );
}
