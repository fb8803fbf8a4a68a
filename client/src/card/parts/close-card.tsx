import { IconButton } from "../../controls/icon-button.tsx";
import { t } from "../../language/t.ts";
import { closeFeature } from "../../selection/select.ts";

/** The cross of every card. */
export function CloseCard() {
  return <IconButton icon="close" name={t("card.close")} onClick={closeFeature} />;
}
