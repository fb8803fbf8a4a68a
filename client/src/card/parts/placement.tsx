import type { PlanFeature } from "../../api/types.ts";
import { StatusShape } from "../../controls/swatch.tsx";
import { formatAccuracy } from "../../language/format.ts";
import { memberInLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { FeatureLink } from "./feature-link.tsx";

/** Why the feature is drawn where it is, or why it is not drawn. */
export function Placement({ feature }: { feature: PlanFeature }) {
  const { origin, placement, placed_by, accuracy_m, plan_status } = feature.properties;
  const reason = memberInLanguage(feature.properties, "placement_reason");
  const drawn = feature.geometry !== null;
  // "stated" is by the plan; what others state of a place is theirs
  const kind =
    placement === "stated" && origin !== "plan" ? termName("origin", origin) : termName("placement", placement);
  return (
    <section class="card-section placement" data-drawn={drawn}>
      <div class="section-head">
        <h2>{t("placement.title")}</h2>
      </div>
      <p>
        <strong>{drawn ? kind : t("placement.unplaced")}</strong>
        {drawn && accuracy_m !== null && <span> · {formatAccuracy(accuracy_m, language.value)}</span>}
        {placed_by && (
          <span>
            {" "}
            · {t("placement.by")} <FeatureLink code={placed_by} />
          </span>
        )}
      </p>
      {reason && <p class="note">{reason}</p>}
      {placement === "inferred" && drawn && (
        <p class="note placement-hollow">
          <StatusShape status={plan_status} size={14} />
          {t("placement.hollow")}
        </p>
      )}
    </section>
  );
}
