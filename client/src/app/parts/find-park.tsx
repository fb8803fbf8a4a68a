import { Icon } from "../../controls/icons.tsx";
import { t } from "../../language/t.ts";
import { openPage } from "../../layout/pages.ts";
import { PAGES } from "../../layout/view.ts";

/** An investor's way in, beside the tabs that a planner uses, where the package has parks. */
export function FindPark() {
  if (!PAGES.includes("parks")) return null;
  return (
    <button type="button" class="button find-park" onClick={() => openPage("parks")}>
      <Icon name="pin" size={15} />
      {t("parks.open")}
    </button>
  );
}
