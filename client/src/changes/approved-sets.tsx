import { useSignal } from "@preact/signals";
import { asSignedIn } from "../account/signed-in.ts";
import type { ChangeSet } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { formatDate } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { Faults } from "./faults.tsx";
import { listSets } from "./requests.ts";
import { SetButton } from "./set-button.tsx";

/** What was approved lately, whoever proposed it: each opens as it was decided on, to be looked at or undone. Asked for when it is opened. */
export function ApprovedSets() {
  const sets = useSignal<readonly ChangeSet[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const look = async () => {
    const answer = await asSignedIn(() => listSets({ state: "approved" }));
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) sets.value = answer.data.change_sets;
  };
  return (
    <details
      class="change-more"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void look();
      }}
    >
      <summary>{t("changes.approved_lately")}</summary>
      {problem.value && <Faults problem={problem.value} />}
      {sets.value?.length === 0 && <p class="note">{t("changes.approved_none")}</p>}
      <ul class="change-list">
        {sets.value?.map((set) => (
          <li key={set.id}>
            <SetButton set={set} note={decidedWords(set)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const decidedWords = ({ decided_at, decided_by_name }: ChangeSet): string | null =>
  decided_at && t("changes.decided", { name: decided_by_name ?? "", date: formatDate(decided_at, language.value) });
