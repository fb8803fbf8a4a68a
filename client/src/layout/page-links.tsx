import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { openPage } from "./pages.ts";
import { PAGES } from "./view.ts";
import "../app/parts/page-body.css";

/** The way to the pages, at the end of the tabs that lead there. */
export function PageLinks() {
  return (
    <div class="page-links">
      <button type="button" class="button" onClick={() => openPage("gaps")}>
        <Icon name="gaps" size={16} />
        {t("gaps.open")}
      </button>
      <button type="button" class="button" onClick={() => openPage("policies")}>
        <Icon name="policies" size={16} />
        {t("policies.open")}
      </button>
      {PAGES.includes("indicators") && (
        <button type="button" class="button" onClick={() => openPage("indicators")}>
          <Icon name="list" size={16} />
          {t("indicators.open")}
        </button>
      )}
      {PAGES.includes("panorama") && (
        <button type="button" class="button" onClick={() => openPage("panorama")}>
          <Icon name="chain" size={16} />
          {t("panorama.open")}
        </button>
      )}
    </div>
  );
}
