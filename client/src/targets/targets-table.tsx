import type { Target } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import { horizon } from "../horizon/view.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { CitationChip } from "../reading/citation-chip.tsx";
import { figureMark } from "../reading/mark.ts";
import { targetWords } from "./target-words.ts";

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
