import { useEffect } from "preact/hooks";
import "./parts/words.ts";
import { CountedChoice } from "../controls/counted-choice.tsx";
import { Icon } from "../controls/icons.tsx";
import { answeredTerms } from "../language/answered-terms.ts";
import { inLanguage, termName } from "../language/names.ts";
import { isKey, type Key, t } from "../language/t.ts";
import { PageHead } from "../layout/page-head.tsx";
import { countBy, fitsChoice, NO_YEAR, SCOPES, type TargetChoice, yearsOfTargets } from "./indicators.ts";
import { ClustersBesideParks } from "./parts/clusters-beside-parks.tsx";
import { SubjectList } from "./parts/subject-list.tsx";
import { targetTableAddress } from "./requests.ts";
import { loadTargets, planTargets } from "./targets.ts";
import { themes } from "./themes.ts";
import { targetScope, targetTheme, targetYear } from "./view.ts";
import "../layout/printed-page.css";
import "./indicators.css";

const scopeWords = (scope: string): string => {
  const key = `indicators.scope_${scope}`;
  return isKey(key) ? t(key as Key) : scope;
};
const yearWords = (year: string): string => (year === NO_YEAR ? t("targets.no_year") : year);

/** All targets of the plan for who plans: by scope, theme and year, clusters beside their parks, as a table to take away. */
export function IndicatorsPage() {
  const held = planTargets.value;
  useEffect(() => {
    if (planTargets.peek() !== null) return;
    const controller = new AbortController();
    void loadTargets(controller.signal);
    return () => controller.abort();
  }, []);
  const choice: TargetChoice = { scope: targetScope.value, theme: targetTheme.value, year: targetYear.value };
  const all = held ?? [];
  const themeOf = new Map(answeredTerms("indicator").map(({ code, parent }) => [code, parent ?? ""]));
  const shown = all.filter((target) => fitsChoice(target, choice, themeOf));
  const themeCodes = themes.map(({ code }) => code);
  const isClusterAsked = choice.scope === null || choice.scope === "industry-cluster";
  return (
    <section class="page indicators-page printed-page" aria-label={t("indicators.title")}>
      <PageHead title={t("indicators.title")} note={t("indicators.note")}>
        {held && <strong role="status">{t("indicators.shown", { shown: shown.length, total: all.length })}</strong>}
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          {held === null ? (
            <span class="skeleton" role="status" aria-label={t("indicators.title")} style={{ height: "200px" }} />
          ) : (
            <>
              <div class="indicators-choices">
                <CountedChoice
                  label={t("indicators.by_scope")}
                  all={t("indicators.all")}
                  words={scopeWords}
                  counts={countBy(all, "scope", choice, themeOf, SCOPES)}
                  chosen={targetScope}
                />
                <CountedChoice
                  label={t("indicators.by_theme")}
                  all={t("indicators.all")}
                  words={(code) => termName("indicator_theme", code)}
                  counts={countBy(all, "theme", choice, themeOf, themeCodes)}
                  chosen={targetTheme}
                />
                <CountedChoice
                  label={t("indicators.by_year")}
                  all={t("indicators.all")}
                  words={yearWords}
                  counts={countBy(all, "year", choice, themeOf, yearsOfTargets(all))}
                  chosen={targetYear}
                />
                <span class="indicators-actions">
                  <a class="button" href={targetTableAddress(choice)} download="targets.csv">
                    <Icon name="download" size={16} />
                    {t("indicators.csv")}
                  </a>
                  <button type="button" class="button" onClick={printAll}>
                    <Icon name="print" size={16} />
                    {t("indicators.print")}
                  </button>
                </span>
              </div>
              <p class="indicators-chosen">{chosenWords(choice)}</p>
              {shown.length === 0 && <p class="state-empty">{t("indicators.none")}</p>}
              {isClusterAsked && <ClustersBesideParks targets={all} choice={choice} themes={themeOf} />}
              {SCOPES.map((scope) => {
                const own = shown.filter(({ subject }) => subject.kind === scope);
                return own.length > 0 && <SubjectList key={scope} title={scopeWords(scope)} targets={own} />;
              })}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** Paper has nothing to open: what is folded is unfolded first. */
function printAll(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>(".indicators-page details")) folded.open = true;
  window.print();
}

/** What is chosen, for the sheet of paper, which has no lists to choose from. */
function chosenWords({ scope, theme, year }: TargetChoice): string {
  const found = themes.find(({ code }) => code === theme);
  return [scope && scopeWords(scope), found && inLanguage(found), year && yearWords(year)].filter(Boolean).join(" · ");
}
