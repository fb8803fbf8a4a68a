import { t } from "../../i18n/t.ts";
import { closeFeature } from "../../state/select.ts";
import { Icon } from "../controls/icons.tsx";

/** The cross of every card. */
export function CloseCard() {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t("card.close")}
      title={t("card.close")}
      onClick={closeFeature}
    >
      <Icon name="close" />
    </button>
  );
}
