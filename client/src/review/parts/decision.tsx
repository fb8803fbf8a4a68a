import { useSignal } from "@preact/signals";
import { useSending } from "../../account/use-sending.ts";
import type { ChangeSet } from "../../api/answers.ts";
import { Faults } from "../../changes/faults.tsx";
import { actOn } from "../../changes/requests.ts";
import { TextArea } from "../../controls/text-area.tsx";
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
  const reason = useSignal("");
  const { problem, isSending, send } = useSending();
  const count = Object.keys(excluded).length;
  const isUnsaid = Object.values(excluded).some((why) => why.trim() === "");
  const act = async (action: "approve" | "return") => {
    const comment = reason.peek().trim();
    const decided = await send(() =>
      action === "approve" && count > 0 ? approveBut(set, comment, excluded) : actOn(set, action, comment),
    );
    if (!decided) {
      if (problem.peek()?.code === "base-is-stale") stale();
      return;
    }
    notify(action === "approve" ? "changes.approved" : "changes.returned");
    done();
  };
  return (
    <div class="change-form review-decision">
      {problem.value && <Faults problem={problem.value} />}
      <TextArea name="reason" label={t("changes.reason")} text={reason} />
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
