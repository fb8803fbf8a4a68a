import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { shortLocator } from "./locator-text.ts";
import { moreText } from "./parts/more-text.ts";
import { readAt } from "./reading.ts";
import { hideParagraph, shownFeatures } from "./shown.ts";
import { shownParagraph } from "./view.ts";
import "./shown-set.css";

/** Over the map: which paragraph's features stand out, how many of them have no place, and the way back. */
export function ShownSet() {
  const paragraph = shownParagraph.value;
  const shown = shownFeatures.value;
  if (paragraph === null || shown === null) return null;
  return (
    <div class="shown-set surface" role="status" data-map-obstacle>
      <Icon name="pin" size={16} />
      <button type="button" class="feature-link" onClick={() => readAt(paragraph)}>
        {shortLocator(paragraph, language.value)}
      </button>
      <span>
        {t("reading.on_map", { placed: shown.placed.length, unplaced: shown.unplaced.length })}
        {shown.more && ` · ${moreText(shown.more)}`}
      </span>
      <IconButton icon="close" name={t("reading.hide")} size={16} onClick={hideParagraph} />
    </div>
  );
}
