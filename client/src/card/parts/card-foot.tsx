import type { PlanFeature } from "../../api/types.ts";
import { Icon } from "../../controls/icons.tsx";
import { formatAccuracy } from "../../language/format.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";

/** How far the drawing may be off stands on every card; what is not drawn says that instead. */
export function CardFoot({ feature }: { feature: PlanFeature }) {
  const { accuracy_m, source } = feature.properties;
  const accuracy =
    accuracy_m === null
      ? t("accuracy.unknown")
      : t("accuracy.schematic", { accuracy: formatAccuracy(accuracy_m, language.value) });
  return (
    <footer class="card-foot">
      <Icon name="ruler" />
      <strong>{feature.geometry === null ? t("accuracy.not_drawn") : accuracy}</strong>
      <span>{source ? termName("source", source) : ""}</span>
    </footer>
  );
}
