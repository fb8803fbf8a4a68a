import { useEffect } from "preact/hooks";
import { t } from "../../language/t.ts";
import { ruleTitle } from "../../site-check/finding-text.ts";
import { loadRules, rules } from "../../site-check/rules.ts";
import { type Sought, sought } from "../queue.ts";

const SEVERITIES = ["error", "warning", "info"] as const;
const CONTESTS = ["open", "any"] as const;

/** Narrows the queue by what the check found of the sites of a set, and by what its author contests. */
export function FindingFilter({ seek }: { seek: (part: Partial<Sought>) => void }) {
  useEffect(loadRules, []);
  const now = sought.value;
  const known = rules.value.kind === "ready" ? rules.value.data : [];
  return (
    <>
      <label>
        <span>{t("review.filter_severity")}</span>
        <select value={now.severity} onChange={({ currentTarget }) => seek({ severity: currentTarget.value })}>
          <option value="">{t("review.filter_any")}</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {t(`review.filter_${severity}` as const)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("review.filter_rule")}</span>
        <select value={now.rule} onChange={({ currentTarget }) => seek({ rule: currentTarget.value })}>
          <option value="">{t("review.filter_any")}</option>
          {known.map(({ code }) => (
            <option key={code} value={code}>
              {ruleTitle(code)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("review.filter_contested")}</span>
        <select value={now.contested} onChange={({ currentTarget }) => seek({ contested: currentTarget.value })}>
          <option value="">{t("review.filter_any")}</option>
          {CONTESTS.map((contested) => (
            <option key={contested} value={contested}>
              {t(`review.filter_contested_${contested}` as const)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
