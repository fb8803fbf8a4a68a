import plansFile from "@gis-data/catalogue/plans.json";
import { useEffect } from "preact/hooks";
import type { Citation } from "../api/types.ts";
import { commonProperties, rule } from "../catalogue.ts";
import { fullLocator } from "../i18n/locator-text.ts";
import { featureName, inLanguage } from "../i18n/names.ts";
import { problemText } from "../i18n/problem-text.ts";
import { t } from "../i18n/t.ts";
import { definitionOf, selectedFeature } from "../state/plan.ts";
import { loadOutline, outline, readAt, readingChapter } from "../state/reading.ts";
import { citedParagraph, language, textQuery } from "../state/view.ts";
import { PageLinks } from "./page-links.tsx";
import { ChapterView } from "./reading/chapter-view.tsx";
import { OutlineTree } from "./reading/outline-tree.tsx";
import { ReportLine } from "./reading/report-line.tsx";
import { TextSearchField, TextSearchResults } from "./reading/text-search.tsx";
import "./text-panel.css";

const plan = plansFile.plans[0];

/** The plan itself: outline, chapter, search inside; the places of the open feature. */
export function TextPanel() {
  const held = outline.value;
  const number = readingChapter.value;
  const open = selectedFeature.value;
  useEffect(loadOutline, []);
  if (number !== null)
    return (
      <section class="text-panel" aria-label={t("tabs.text")}>
        <ChapterView number={number} />
      </section>
    );
  return (
    <section class="text-panel" aria-label={t("tabs.text")}>
      {plan && (
        <div class="text-plan">
          <h2>{inLanguage(plan.title)}</h2>
          <p class="note">{t("text.plan", { number: plan.number, date: plan.date })}</p>
        </div>
      )}
      {held.kind === "ready" && <ReportLine report={held.data.report} loaded={held.data.text_loaded} />}
      {held.kind === "failed" && (
        <div class="reading-absent" role="alert">
          <p>{problemText(held.problem)}</p>
          <button type="button" class="button" onClick={loadOutline}>
            {t("states.retry")}
          </button>
        </div>
      )}
      <TextSearchField />
      {textQuery.value.trim() ? (
        <TextSearchResults />
      ) : (
        <>
          {held.kind === "ready" && <OutlineTree outline={held.data} />}
          <PageLinks />
          {open && (
            <>
              <h3>{t("text.of_feature", { name: featureName(open.feature) })}</h3>
              <Locators collection={open.collection} citations={open.feature.properties.citations} />
            </>
          )}
        </>
      )}
    </section>
  );
}

/** One entry a paragraph: what it says about the feature, and how the rest follows from it. */
export function Locators({ collection, citations }: { collection: string; citations: readonly Citation[] }) {
  const paragraphs = [...new Set(citations.map((citation) => citation.paragraph))];
  if (paragraphs.length === 0) return <p class="text-empty">{t("text.no_citation")}</p>;
  return (
    <ul class="locators">
      {paragraphs.map((paragraph) => {
        const here = citations.filter((citation) => citation.paragraph === paragraph);
        const rules = [...new Set(here.flatMap((citation) => (citation.rule ? [citation.rule] : [])))];
        return (
          <li key={paragraph} class="locator" data-active={citedParagraph.value === paragraph}>
            <button type="button" class="locator-head" onClick={() => readAt(paragraph)}>
              <strong>{fullLocator(paragraph, language.value)}</strong>
              <code>{paragraph}</code>
            </button>
            <p>
              {t("text.says", {
                what: here.map((citation) => attributeTitle(collection, citation)).join(t("list.separator")),
              })}
            </p>
            {rules.map((code) => (
              <p key={code} class="locator-rule">
                {t("text.rule", { rule: ruleWords(code) })}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

export function ruleWords(code: string): string {
  const words = rule(code);
  return words ? inLanguage(words) : code;
}

function attributeTitle(collection: string, { attribute, basis }: Citation): string {
  if (attribute === null) return t("text.name");
  const property = [...commonProperties, ...(definitionOf(collection)?.properties ?? [])].find(
    ({ name }) => name === attribute,
  );
  const title = property ? inLanguage(property.title) : attribute;
  return basis === "derived" ? t("status.derived", { status: title }) : title;
}
