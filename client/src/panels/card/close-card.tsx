import { t } from "../../i18n/t.ts";
import { closeFeature } from "../../state/select.ts";
import { IconButton } from "../controls/icon-button.tsx";

/** The cross of every card. */
export function CloseCard() {
  return <IconButton icon="close" name={t("card.close")} onClick={closeFeature} />;
}
