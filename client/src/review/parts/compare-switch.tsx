import { useEffect } from "preact/hooks";
import { Switch } from "../../controls/radio-group.tsx";
import { t } from "../../language/t.ts";
import { comparedHow } from "../../viewport/map-link.ts";
import { compareAs, turn } from "../on-map.ts";
import { COMPARISONS, comparison } from "../view.ts";

/** How before and after stand on the map, and what their lines and grounds mean. */
export function CompareSwitch({ withTheirs }: { withTheirs: boolean }) {
  useEffect(() => compareAs(comparison.value), [comparison.value]);
  return (
    <div class="review-compare">
      <Switch
        label={t("review.compare")}
        value={comparison.value}
        options={COMPARISONS.map((value) => ({ value, label: t(`review.compare_${value}` as const) }))}
        onChange={(value) => {
          comparison.value = value;
        }}
      />
      {comparison.value === "blink" && (
        <button type="button" class="button" onClick={turn}>
          {t(comparedHow.value === "before" ? "review.showing_before" : "review.showing_after")}
        </button>
      )}
      <p class="change-legend">
        <Sample name="before" />
        {t("changes.before")}
        <Sample name="after" />
        {t("changes.after")}
        {comparison.value === "overlay" && (
          <>
            <span class="review-sample" data-ground="added" />
            {t("review.added")}
            <span class="review-sample" data-ground="removed" />
            {t("review.removed")}
            {withTheirs && (
              <>
                <Sample name="theirs" />
                {t("conflicts.theirs")}
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}

const Sample = ({ name }: { name: "before" | "after" | "theirs" }) => (
  <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
    <path class={name} d="M1 4h28" />
  </svg>
);
