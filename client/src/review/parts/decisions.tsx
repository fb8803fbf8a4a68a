import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet, DecisionSummary } from "../../api/answers.ts";
import { takeOrAsk } from "../../api/early.ts";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { addressOfSheet, listDecisions } from "../requests.ts";

/** The decisions on a set, each a sheet to be read and printed; nothing before the first. */
export function Decisions({ set }: { set: ChangeSet }) {
  const decisions = useSignal<readonly DecisionSummary[]>([]);
  useEffect(() => {
    void asSignedIn(() => takeOrAsk(listDecisions, set.id)).then((answer) => {
      if (answer.ok) decisions.value = answer.data.decisions;
    });
  }, [set.id, set.version]);
  if (decisions.value.length === 0) return null;
  return (
    <section aria-label={t("review.decisions")}>
      <h3>{t("review.decisions")}</h3>
      <ul class="review-decisions">
        {decisions.value.map(({ id, action, decided_by_name, at }) => (
          <li key={id}>
            <a href={addressOfSheet(id, language.value)} target="_blank" rel="noopener">
              {t("review.decision_sheet", {
                number: id,
                action: t(action === "approved" ? "review.decision_approved" : "review.decision_returned"),
                name: decided_by_name ?? "",
                date: formatDate(at, language.value),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
