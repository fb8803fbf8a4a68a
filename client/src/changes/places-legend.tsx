import { t } from "../language/t.ts";

/** What the two lines on the map mean. */
export function PlacesLegend() {
  return (
    <p class="change-legend">
      <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
        <path class="before" d="M1 4h28" />
      </svg>
      {t("changes.before")}
      <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
        <path class="after" d="M1 4h28" />
      </svg>
      {t("changes.after")}
    </p>
  );
}
