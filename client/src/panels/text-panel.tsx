import plansFile from "@gis-data/catalogue/plans.json";
import type { Citation } from "../api/types.ts";
import { commonProperties, rule } from "../catalogue.ts";
import { fullLocator } from "../i18n/locator-text.ts";
import { featureName, inLanguage } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { definitionOf, selectedFeature } from "../state/plan.ts";
import { citedParagraph, language } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";
import "./text-panel.css";

const plan = plansFile.plans[0];

/** Where the plan speaks of the open feature. The sentences themselves are read in the plan. */
export function TextPanel() {
  const open = selectedFeature.value;
  return (
    <section class="text-panel" aria-label={t("tabs.text")}>
      {plan && (
        <div class="text-plan">
          <h2>{inLanguage(plan.title)}</h2>
          <p class="note">{t("text.plan", { number: plan.number, date: plan.date })}</p>
        </div>
      )}
      <p class="note text-missing">
        <Icon name="book" size={16} />
        {t("text.not_loaded")}
      </p>
      {open ? (
        <>
          <h3>{t("text.of_feature", { name: featureName(open.feature) })}</h3>
          <Locators collection={open.collection} citations={open.feature.properties.citations} />
        </>
      ) : (
        <p class="text-empty">{t("text.choose")}</p>
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
            <button
              type="button"
              class="locator-head"
              aria-expanded={citedParagraph.value === paragraph}
              onClick={() => {
                citedParagraph.value = citedParagraph.value === paragraph ? null : paragraph;
              }}
            >
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
