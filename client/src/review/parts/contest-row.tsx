import type { ContestTask } from "../../api/answers.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { useByCode } from "../../features/use-by-code.ts";
import { formatDate } from "../../language/format.ts";
import { collectionTitle, featureName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { notify } from "../../notices/notices.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { openFeature } from "../../selection/select.ts";
import { ruleTitle } from "../../site-check/finding-text.ts";
import { answerIt } from "../contests.ts";
import { lookAtPlace } from "../look-at-place.ts";
import { OutcomeForm } from "./outcome-form.tsx";

/** Degrees around a place that is looked at: some hundred metres. */
const AROUND = 0.005;

export function ContestRow({ contest, number }: { contest: ContestTask; number: number }) {
  const { reference, received_at, reason, contact, place } = contest;
  return (
    <article class="review-contest" aria-label={reference} data-contest tabIndex={-1}>
      <p class="review-line">
        <strong>{number}</strong> <About contest={contest} />
        {place && (
          <IconButton
            icon="locate"
            name={t("changes.show_place")}
            size={16}
            onClick={() => lookAtPlace(place, AROUND)}
          />
        )}
      </p>
      <p class="review-text">{reason}</p>
      <p class="note">
        {reference} · {formatDate(received_at, language.value)}
        {contact && ` · ${t("review.contest_contact", { contact })}`}
      </p>
      <OutcomeForm
        label={t("review.contest_answer")}
        isPrimary
        answer={async (outcome, said) => {
          const problem = await answerIt(reference, outcome, said);
          if (!problem) notify("review.contest_answered");
          return problem;
        }}
      />
    </article>
  );
}

/** What it is about: the feature, which opens its card, the place in the plan, which opens the text, or the rule of a finding. */
function About({ contest: { collection, code, paragraph, sentence, finding } }: { contest: ContestTask }) {
  if (collection && code) return <Feature collection={collection} code={code} />;
  if (paragraph)
    return (
      <>
        <CitationChip paragraph={paragraph} />
        {sentence !== null && <span class="note">{t("review.contest_sentence", { number: sentence + 1 })}</span>}
      </>
    );
  const [rule = "", subject] = (finding ?? "").split(":");
  return (
    <span>
      {t("review.contest_finding", { rule: ruleTitle(rule) })} {subject && <Subject code={subject} />}
    </span>
  );
}

/** What a finding is about: a feature of the plan by its name, anything else as it is called. */
function Subject({ code }: { code: string }) {
  const found = useByCode(code);
  return found ? <Feature collection={found.collection} code={code} /> : <code>{code}</code>;
}

function Feature({ collection, code }: { collection: string; code: string }) {
  const found = useByCode(code);
  return (
    <button type="button" class="feature-link" onClick={() => openFeature(collection, code, true)}>
      {collectionTitle(collection)} · {found ? featureName(found.feature) : code}
    </button>
  );
}
