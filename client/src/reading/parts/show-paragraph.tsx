import { Icon } from "../../controls/icons.tsx";
import type { Cited } from "../../features/collection-features.ts";
import { t } from "../../language/t.ts";
import { featuresOf, hideParagraph, showParagraph } from "../shown.ts";
import { shownParagraph } from "../view.ts";
import { moreText } from "./more-text.ts";

/** `cited`: what the server says that cites it, for what the page does not hold itself. */
type Props = { paragraph: string; cited: Cited; short?: boolean };

/** From the sentence to the ground: what this paragraph means on the map. */
export function ShowParagraph({ paragraph, cited, short = false }: Props) {
  const shown = featuresOf(paragraph, () => cited);
  const { placed, unplaced } = shown;
  const count = placed.length + unplaced.length;
  if (count === 0) return short ? null : <span class="note">{t("reading.nothing_on_map")}</span>;
  const on = shownParagraph.value === paragraph;
  const more = shown.more ? ` · ${moreText(shown.more)}` : "";
  const words = t("reading.show", { count }) + more;
  return (
    <button
      type="button"
      class="show-paragraph"
      aria-pressed={on}
      aria-label={unplaced.length > 0 ? `${words} · ${t("layers.unplaced", { count: unplaced.length })}` : words}
      onClick={() => (on ? hideParagraph() : showParagraph(paragraph, shown))}
    >
      <Icon name="pin" size={15} />
      {short ? t("reading.show_short", { count }) + more : words}
    </button>
  );
}
