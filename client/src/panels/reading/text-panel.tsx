import plansFile from "@gis-data/catalogue/plans.json";
import { useEffect } from "preact/hooks";
import { featureName, inLanguage } from "../../i18n/names.ts";
import { problemText } from "../../i18n/problem-text.ts";
import { t } from "../../i18n/t.ts";
import { selectedFeature } from "../../state/plan.ts";
import { loadOutline, outline, readingChapter } from "../../state/reading.ts";
import { textQuery } from "../../state/view.ts";
import { PageLinks } from "../page/page-links.tsx";
import { ChapterView } from "./chapter-view.tsx";
import { Locators } from "./locators.tsx";
import { OutlineTree } from "./outline-tree.tsx";
import { ReportLine } from "./report-line.tsx";
import { TextSearchField, TextSearchResults } from "./text-search.tsx";
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
