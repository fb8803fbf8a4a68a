import { findFeature } from "../../features/plan.ts";
import { formatMoney, formatNumber } from "../../language/format.ts";
import { featureName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { PROJECTS, projectFacets } from "../projects.ts";

/** A sum says how much of it is known, and names the one project that is more than half of it. */
export function InvestmentSum() {
  const sum = projectFacets.value.sums.investment_cny;
  if (!sum || sum.sum === null) return null;
  const money = (value: number) => formatMoney(value, "CNY", language.value);
  const number = (value: number) => formatNumber(value, language.value);
  // of a single figure there is no part to name
  const dominant = sum.known > 1 ? sum.of_which : [];
  const parts = dominant.map(({ code, value }) => {
    const project = findFeature(PROJECTS, code);
    const aliases = project?.properties.aliases ?? [];
    // the plan's own short form fits the line; the full name is one press away in the list
    const short = language.value === "zh" ? [...aliases].sort((a, b) => a.length - b.length)[0] : undefined;
    return t("projects.of_which", { name: short ?? (project ? featureName(project) : code), value: money(value) });
  });
  return (
    <p class="investment-sum">
      <span>{t("projects.investment")}</span>
      <strong>{money(sum.sum)}</strong>
      <span class="chip chip-computed">{t("computed")}</span>
      {parts.map((part) => (
        <span key={part} class="investment-part">
          {part}
        </span>
      ))}
      <span class="investment-known">
        {t("projects.known", { known: number(sum.known), not_stated: number(sum.not_stated) })}
      </span>
    </p>
  );
}
