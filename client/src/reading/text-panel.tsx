import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../api/lazy-part.ts";
import { plans } from "../catalogue.ts";
import { featureName, inLanguage } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { PageLinks } from "../layout/page-links.tsx";
import { selectedFeature } from "../selection/selected.ts";
import { Locators } from "./locators.tsx";
import { OutlineTree } from "./parts/outline-tree.tsx";
import { ReportLine } from "./parts/report-line.tsx";
import { loadOutline, outline, readingChapter } from "./reading.ts";
import { TextSearchField, TextSearchResults } from "./text-search.tsx";
import { textQuery } from "./view.ts";
import "./text-panel.css";

const plan = plans[0];

/** A first visit does without the chapters; one comes when it is opened. */
const chapterPart = lazyPart(() => import("./parts/chapter-view.tsx"));
const came = signal<{ ChapterView: ComponentType<{ number: number }> } | null>(null);

function Chapter({ number }: { number: number }) {
  useEffect(() => {
    void chapterPart().then(({ ChapterView }) => {
      came.value = { ChapterView };
    });
  }, []);
  const View = came.value?.ChapterView;
  return View ? <View number={number} /> : <p role="status">{t("states.loading")}</p>;
}

/** The plan itself: outline, chapter, search inside; the places of the open feature. */
export function TextPanel() {
  const held = outline.value;
  const number = readingChapter.value;
  const open = selectedFeature.value;
  useEffect(loadOutline, []);
  if (number !== null)
    return (
      <section class="text-panel" aria-label={t("tabs.text")}>
        <Chapter number={number} />
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
