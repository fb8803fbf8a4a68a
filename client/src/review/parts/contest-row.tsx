import { useSignal } from "@preact/signals";
import type { ContestTask } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
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
import { mapRequest } from "../../viewport/map-link.ts";
import { answerIt } from "../contests.ts";

/** Degrees around a place that is looked at: some hundred metres. */
const AROUND = 0.005;

export function ContestRow({ contest, number }: { contest: ContestTask; number: number }) {
  const { reference, received_at, reason, contact, place } = contest;
  const [lon, lat] = place ?? [];
  return (
    <article class="review-contest" aria-label={reference} data-contest tabIndex={-1}>
      <p class="review-line">
        <strong>{number}</strong> <About contest={contest} />
        {lon !== undefined && lat !== undefined && (
          <IconButton
            icon="locate"
            name={t("changes.show_place")}
            size={16}
            onClick={() => {
              mapRequest.value = {
                kind: "extent",
                bounds: [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND],
              };
            }}
          />
        )}
      </p>
      <p class="review-text">{reason}</p>
      <p class="note">
        {reference} · {formatDate(received_at, language.value)}
        {contact && ` · ${t("review.contest_contact", { contact })}`}
      </p>
      <Answer reference={reference} />
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

function Answer({ reference }: { reference: string }) {
  const [text, problem, isSending] = [useSignal(""), useSignal<Problem | null>(null), useSignal(false)];
  const act = async (outcome: "accepted" | "refused") => {
    if (isSending.peek()) return;
    isSending.value = true;
    problem.value = await answerIt(reference, outcome, text.peek().trim());
    isSending.value = false;
    if (!problem.peek()) notify("review.contest_answered");
  };
  const isEmpty = text.value.trim() === "" || isSending.value;
  return (
    <div class="change-form">
      <label>
        <span>{t("review.contest_answer")}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      {problem.value && <Faults problem={problem.value} />}
      <p class="change-actions">
        <button type="button" class="button" disabled={isEmpty} onClick={() => void act("refused")}>
          {t("review.contest_refuse")}
        </button>
        <button type="button" class="button button-primary" disabled={isEmpty} onClick={() => void act("accepted")}>
          {t("review.contest_accept")}
        </button>
      </p>
    </div>
  );
}
