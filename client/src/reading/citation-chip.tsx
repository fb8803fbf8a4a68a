import { batch } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { fullLocator, shortLocator } from "./locator-text.ts";
import { type Mark, serialiseMark } from "./mark.ts";
import { isBroken, readAt, textLoaded } from "./reading.ts";
import { citedMark, citedParagraph } from "./view.ts";

/** Inside a card a chip opens the card's reading box first; elsewhere it goes straight to the reading pane. */
export const InCard = createContext(false);

/** Where in the plan a value stands: active, without the document, or a place that the document does not have. */
export function CitationChip({ paragraph, mark = null }: { paragraph: string; mark?: Mark | null }) {
  const inCard = useContext(InCard);
  const written = serialiseMark(mark) || null;
  const pressed = inCard && citedParagraph.value === paragraph && citedMark.value === written;
  const short = shortLocator(paragraph, language.value);
  const full = fullLocator(paragraph, language.value);
  const state = isBroken(paragraph) ? "broken" : textLoaded.value === false ? "absent" : "active";
  const says = state === "broken" ? t("cite.broken") : state === "absent" ? t("cite.absent") : null;
  const press = () => {
    if (!inCard || pressed) {
      readAt(paragraph, mark);
      return;
    }
    batch(() => {
      citedParagraph.value = paragraph;
      citedMark.value = written;
    });
  };
  return (
    <button
      type="button"
      class="chip chip-cite"
      data-state={state}
      {...(inCard ? { "aria-expanded": pressed } : {})}
      aria-label={[short, t(pressed ? "cite.read" : "cite.open", { place: full }), ...(says ? [says] : [])].join(" · ")}
      title={says ? `${full} · ${says}` : full}
      onClick={press}
    >
      <Icon name={state === "broken" ? "warning" : "quote"} size={11} />
      {short}
    </button>
  );
}
