import type { PlanFeature } from "../api/types.ts";
import { allProperties } from "../catalogue.ts";
import { inLanguage, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { confirmedOf, statusShown } from "./status-shown.ts";

/** "Not stated" alone does not say what is not stated; a derived status says that it is. */
export function statusWords(feature: PlanFeature): string {
  const { properties } = feature;
  const confirmed = confirmedOf(feature, statusShown.value === "confirmed");
  if (confirmed !== null) {
    const title = allProperties.find(({ name }) => name === "status_confirmed")?.title;
    return `${title ? inLanguage(title) : ""} ${termName("plan_status", confirmed)} · ${properties.status_confirmed_on}`;
  }
  const status = termName("plan_status", properties.plan_status);
  if (properties.plan_status === "not-stated") return t("status.not_stated");
  return properties.plan_status_basis === "derived" ? t("status.derived", { status }) : status;
}
