import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeSet, ContestedFinding } from "../../api/answers.ts";
import { takeOrAsk } from "../../api/early.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { listContestedFindings } from "../requests.ts";
import { ContestedRow } from "./contested-row.tsx";

/** What the author contests, as tasks: a set is not approved before each has an answer. Nothing where nothing is contested. */
export function Contested({ set, who }: { set: ChangeSet; who: Account }) {
  const findings = useSignal<readonly ContestedFinding[]>([]);
  const problem = useSignal<Problem | null>(null);
  useEffect(() => {
    void asSignedIn(() => takeOrAsk(listContestedFindings, set.id)).then((answer) => {
      problem.value = answer.ok ? null : answer.problem;
      findings.value = answer.ok ? answer.data.findings : [];
    });
  }, [set.id, set.version]);
  if (problem.value) return <Faults problem={problem.value} />;
  if (findings.value.length === 0) return null;
  const open = findings.value.filter(({ outcome }) => outcome === null).length;
  const isWithAnother = set.claimed_by !== null && set.claimed_by !== who.id;
  const mayAnswer = set.actions.includes("approve") && !isWithAnother;
  return (
    <section aria-label={t("review.contested")}>
      <h3>
        {t("review.contested")}{" "}
        <span class="note">
          {open === 0 ? t("review.contested_done") : t("review.contested_open", { count: open })}
        </span>
      </h3>
      <ul class="review-tasks">
        {findings.value.map((finding) => (
          <li key={`${finding.code} ${finding.finding}`} data-outcome={finding.outcome ?? "open"}>
            <ContestedRow
              set={set.id}
              finding={finding}
              mayAnswer={mayAnswer}
              answered={(now) => {
                findings.value = now;
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
