import { Icon } from "../../controls/icons.tsx";
import { EnquiryButton } from "../../enquiry/enquiry-button.tsx";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { copyText } from "../../notices/copy-text.ts";
import { type Compared, missingFacts } from "../compared.ts";
import { facts, findFact } from "../criteria.ts";
import { notes } from "../notes.ts";
import { parkName } from "../park-names.ts";
import { type OpenQuestion, openQuestions } from "../questions.ts";

const factName = (code: string): string => {
  const fact = findFact(code);
  return fact ? inLanguage(fact) : code;
};
const whom = ({ isForAll, parks }: OpenQuestion): string =>
  isForAll ? t("questions.all") : t("questions.some", { names: parks.map(parkName).join(t("list.separator")) });

/** What the plan leaves open for the chosen parks: to copy, to print, to ask. */
export function QuestionsList({ parks }: { parks: readonly Compared[] }) {
  const questions = openQuestions(
    facts.map(({ code }) => code),
    new Map(parks.map((park) => [park.code, missingFacts(park)])),
  );
  const text = () =>
    [
      `${t("questions.title")} · ${parks.map(({ code }) => parkName(code)).join(t("list.separator"))}`,
      ...questions.map((question) => `☐ ${factName(question.fact)} · ${whom(question)}`),
      ...parks.flatMap(({ code }) => (notes.value[code] ? `${parkName(code)} · ${notes.value[code]}` : [])),
      location.href,
    ].join("\n");
  return (
    <section class="questions" aria-label={t("questions.title")}>
      <h3>{t("questions.title")}</h3>
      <p class="note">{t(questions.length > 0 ? "questions.note" : "questions.none")}</p>
      {questions.length > 0 && (
        <ul>
          {questions.map((question) => (
            <li key={question.fact}>
              <strong>{factName(question.fact)}</strong>
              <span>{whom(question)}</span>
            </li>
          ))}
        </ul>
      )}
      <div class="share-actions">
        <button type="button" class="button" onClick={() => void copyText(text(), "parks.questions_copied")}>
          <Icon name="list" size={16} />
          {t("questions.copy")}
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {t("questions.print")}
        </button>
        <EnquiryButton />
      </div>
    </section>
  );
}
