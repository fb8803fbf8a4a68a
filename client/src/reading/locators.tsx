import type { Citation } from "../api/types.ts";
import { propertiesIn } from "../catalogue.ts";
import { inLanguage, ruleWords } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { fullLocator } from "./locator-text.ts";
import { readAt } from "./reading.ts";
import { citedParagraph } from "./view.ts";
import "./locators.css";

/** One entry a paragraph: what it says about the feature, and how the rest follows from it. */
export function Locators({ collection, citations }: { collection: string; citations: readonly Citation[] }) {
  const paragraphs = [...new Set(citations.map((citation) => citation.paragraph))];
  if (paragraphs.length === 0) return <p class="text-empty">{t("text.no_citation")}</p>;
  return (
    <ul class="locators">
      {paragraphs.map((paragraph) => {
        const here = citations.filter((citation) => citation.paragraph === paragraph);
        const isNamed = here.some(({ attribute }) => attribute === null);
        const [attribute] = here.flatMap((citation) => citation.attribute ?? []);
        const rules = [...new Set(here.flatMap((citation) => (citation.rule ? [citation.rule] : [])))];
        return (
          <li key={paragraph} class="locator" data-active={citedParagraph.value === paragraph}>
            <button
              type="button"
              class="locator-head"
              onClick={() => readAt(paragraph, isNamed || !attribute ? null : { kind: "attribute", name: attribute })}
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

function attributeTitle(collection: string, { attribute, basis }: Citation): string {
  if (attribute === null) return t("text.name");
  const property = propertiesIn(collection).find(({ name }) => name === attribute);
  const title = property ? inLanguage(property.title) : attribute;
  return basis === "derived" ? t("status.derived", { status: title }) : title;
}
