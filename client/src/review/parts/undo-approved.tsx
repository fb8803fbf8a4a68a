import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeSet } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { type Act, Undo } from "../../changes/undo.tsx";
import { t } from "../../language/t.ts";
import { notify } from "../../notices/notices.ts";
import { lookAtQueue } from "../queue.ts";

/** Undoes what was approved, whoever proposed it, by a set of one's own that somebody else decides on. Who only reviews is told whose that is. */
export function UndoApproved({ set, who }: { set: ChangeSet; who: Account }) {
  const problem = useSignal<Problem | null>(null);
  if (!who.roles.includes("staff")) return <p class="note">{t("changes.undo_by_staff")}</p>;
  const act: Act = async (what, said) => {
    const answer = await asSignedIn(what);
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok && said) notify(said);
    if (answer.ok) void lookAtQueue();
    return answer.ok;
  };
  return (
    <>
      {problem.value && <Faults problem={problem.value} />}
      <Undo set={set} act={act} />
    </>
  );
}
