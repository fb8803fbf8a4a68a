import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { loadDepartments } from "../../account/departments.ts";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeSet, Consultation } from "../../api/answers.ts";
import { takeOrAsk } from "../../api/early.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { loadRules } from "../../site-check/rules.ts";
import { lookAtQueue } from "../queue.ts";
import { listConsultations } from "../requests.ts";
import { ConsultationForm } from "./consultation-form.tsx";
import { ConsultationRow } from "./consultation-row.tsx";

/** What departments were asked about a set, their words, and the forms that ask and answer; nothing where there is neither. */
export function Consultations({ set, who }: { set: ChangeSet; who: Account }) {
  const asked = useSignal<readonly Consultation[]>([]);
  const problem = useSignal<Problem | null>(null);
  useEffect(() => {
    loadRules();
    void loadDepartments();
    void asSignedIn(() => takeOrAsk(listConsultations, set.id)).then((answer) => {
      problem.value = answer.ok ? null : answer.problem;
      asked.value = answer.ok ? answer.data.consultations : [];
    });
  }, [set.id, set.version]);
  const isWithAnother = set.claimed_by !== null && set.claimed_by !== who.id;
  const mayAsk = set.actions.includes("approve") && !isWithAnother;
  if (problem.value) return <Faults problem={problem.value} />;
  if (asked.value.length === 0 && !mayAsk) return null;
  const open = asked.value.filter(({ opinion }) => opinion === null).length;
  const changed = (now: readonly Consultation[]) => {
    asked.value = now;
    // it is in another list now
    void lookAtQueue();
  };
  return (
    <section aria-label={t("review.words")}>
      <h3>
        {t("review.words")} {open > 0 && <span class="note">{t("review.words_open", { count: open })}</span>}
      </h3>
      <ul class="review-tasks">
        {asked.value.map((consultation) => (
          <li key={consultation.id} data-outcome={consultation.opinion ?? "open"}>
            <ConsultationRow consultation={consultation} mayTakeBack={mayAsk} changed={changed} />
          </li>
        ))}
      </ul>
      {mayAsk && <ConsultationForm key={set.id} set={set.id} asked={changed} />}
    </section>
  );
}
