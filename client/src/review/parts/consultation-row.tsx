import { departmentName } from "../../account/departments.ts";
import type { Consultation } from "../../api/answers.ts";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { figureOf, ruleTitle, titleOf } from "../../site-check/finding-text.ts";
import { TakeBack } from "./take-back.tsx";
import { WordForm } from "./word-form.tsx";

type Props = {
  consultation: Consultation;
  mayTakeBack: boolean;
  changed: (now: readonly Consultation[]) => void;
};

/** What one department was asked, of what, and its word, or that it is outstanding. */
export function ConsultationRow({ consultation, mayTakeBack, changed }: Props) {
  const { department, question, asked_by_name, asked_at, opinion, answer, answered_by_name, answered_at } =
    consultation;
  return (
    <>
      <p class="review-line">
        <strong>{departmentName(department)}</strong>
        <span class="chip">{t(`review.word_${opinion ?? "outstanding"}` as const)}</span>
        <About consultation={consultation} />
      </p>
      <p class="review-text">
        {question} <By name={asked_by_name} at={asked_at} />
      </p>
      {opinion && answered_at && (
        <p class="review-text">
          {answer} <By name={answered_by_name} at={answered_at} />
        </p>
      )}
      {consultation.is_mine && <WordForm consultation={consultation} changed={changed} />}
      {opinion === null && mayTakeBack && <TakeBack consultation={consultation} changed={changed} />}
    </>
  );
}

const By = ({ name, at }: { name: string | null; at: string }) => (
  <span class="note">{t("review.word_by", { name: name ?? "", date: formatDate(at, language.value) })}</span>
);

/** The finding as it was frozen, with its figure; its rule where it folded others; else the feature. */
function About({ consultation: { code, finding, found } }: { consultation: Consultation }) {
  if (!code) return null;
  if (!finding) return <span class="note">{code}</span>;
  const words = found
    ? [ruleTitle(found.rule), titleOf(found), figureOf(found)]
    : [ruleTitle(finding.split(":")[0] ?? "")];
  return (
    <span class="note">
      {code} · {[...new Set(words.filter(Boolean))].join(" · ")}
    </span>
  );
}
