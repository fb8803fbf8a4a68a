import type { PlanFeature } from "../api/types.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";

/** "Not stated" alone does not say what is not stated; a derived status says that it is. */
export function statusWords({ properties }: PlanFeature): string {
  const status = termName("plan_status", properties.plan_status);
  if (properties.plan_status === "not-stated") return t("status.not_stated");
  return properties.plan_status_basis === "derived" ? t("status.derived", { status }) : status;
}
