import type { Target } from "../../api/types.ts";
import { vocabularies } from "../../catalogue.ts";
import { termName } from "../../i18n/names.ts";
import { t } from "../../i18n/t.ts";
import { targetWords } from "../../i18n/target-words.ts";
import { figureMark } from "../../state/mark.ts";
import { horizon } from "../../state/view.ts";
import { CitationChip } from "../citation-chip.tsx";

const order = (vocabularies.get("indicator")?.terms ?? []).map(({ code }) => code);

/** Indicators down, years across; a target without a year has a column that says so. */
export function TargetsTable({ targets }: { targets: readonly Target[] }) {
  const indicators = [...new Set(targets.map(({ indicator }) => indicator))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const years = [...new Set(targets.map((target) => target.horizon))].sort((a, b) => (a ?? 9999) - (b ?? 9999));
  return (
    <section class="card-section">
      <div class="section-head">
        <h2>{t("targets.title")}</h2>
        <span>{t("targets.note")}</span>
      </div>
      <div class="targets-scroll">
        <table class="targets">
          <thead>
            <tr>
              <th scope="col">{t("targets.indicator")}</th>
              {years.map((year) => (
                <th key={year} scope="col" data-current={year === horizon.value}>
                  {year ?? t("targets.no_year")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator}>
                <th scope="row">{termName("indicator", indicator)}</th>
                {years.map((year) => (
                  <td key={year} data-current={year === horizon.value}>
                    <Cell
                      targets={targets.filter((target) => target.indicator === indicator && target.horizon === year)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ targets }: { targets: readonly Target[] }) {
  if (targets.length === 0) return <span class="pill-not-stated">{t("not_stated_short")}</span>;
  return (
    <>
      {targets.map((target) => {
        const { sign, value } = targetWords(target);
        return (
          <span key={`${target.paragraph} ${target.value}`} class="target-cell">
            {value === null ? (
              <span class="pill-not-stated">{t("not_stated_short")}</span>
            ) : (
              <strong>
                {sign}
                {value}
              </strong>
            )}
            <CitationChip
              paragraph={target.paragraph}
              mark={target.value === null ? null : figureMark(target.value, target.unit)}
            />
          </span>
        );
      })}
    </>
  );
}
