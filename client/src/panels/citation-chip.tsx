import { fullLocator, shortLocator } from "../i18n/locator-text.ts";
import { t } from "../i18n/t.ts";
import { citedParagraph, language } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";

/** Where in the plan a value stands. Press opens the place in the reading box, again closes it. */
export function CitationChip({ paragraph }: { paragraph: string }) {
  const pressed = citedParagraph.value === paragraph;
  const short = shortLocator(paragraph, language.value);
  const full = fullLocator(paragraph, language.value);
  return (
    <button
      type="button"
      class="chip chip-cite"
      aria-expanded={pressed}
      aria-label={`${short} · ${t("cite.open", { place: full })}`}
      title={full}
      onClick={() => {
        citedParagraph.value = pressed ? null : paragraph;
      }}
    >
      <Icon name="quote" size={11} />
      {short}
    </button>
  );
}
