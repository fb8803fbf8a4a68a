import { Icon } from "../../controls/icons.tsx";
import { EnquiryButton } from "../../enquiry/enquiry-button.tsx";
import { t } from "../../language/t.ts";
import { openPage } from "../../layout/pages.ts";
import { toggleChosen } from "../choose.ts";
import { ranking } from "../match.ts";
import { parkName } from "../park-names.ts";
import { chosen, MOST_CHOSEN } from "../view.ts";
import { ShareButton } from "./share-sheet.tsx";
import "./tray.css";

/** What is chosen, and what can be done with it; always in reach below the answer. */
export function Tray() {
  const codes = chosen.value;
  const rankOf = (code: string) => ranking.value.parks.find(({ park }) => park.code === code)?.rank;
  return (
    <section class="match-tray" aria-label={t("parks.tray")}>
      {codes.length === 0 ? (
        <p class="note">
          {t("parks.tray")} · {t("parks.tray_most", { most: MOST_CHOSEN })}
        </p>
      ) : (
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <button
                type="button"
                class="tray-park"
                aria-label={t("parks.remove", { name: parkName(code) })}
                title={t("parks.remove", { name: parkName(code) })}
                onClick={() => toggleChosen(code)}
              >
                {/* a picture of the rank, not a part of the name: drawn by the style sheet */}
                <span class="match-rank" data-rank={rankOf(code) ?? "–"} aria-hidden="true" />
                <Icon name="close" size={11} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="tray-actions">
        <ShareButton />
        <EnquiryButton />
        <button
          type="button"
          class="button button-primary"
          disabled={codes.length < 2}
          onClick={() => openPage("compare")}
        >
          {codes.length === 1 ? t("parks.compare_more") : t("parks.compare", { count: codes.length })}
          <Icon name="arrow" size={16} />
        </button>
      </div>
    </section>
  );
}
