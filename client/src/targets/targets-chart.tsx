import type { Target } from "../api/types.ts";
import { horizon } from "../horizon/view.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { TargetFigure } from "./target-figure.tsx";
import { figuresOf, yearsOf } from "./targets.ts";
import "./targets-chart.css";

/** Each indicator over the horizons; a year without a figure is a hatched gap, never a zero. */
export function TargetsChart({ targets }: { targets: readonly Target[] }) {
  const stated = targets.filter((target) => target.value !== null && target.horizon !== null);
  const years = yearsOf([], stated);
  const indicators = [...new Set(stated.map(({ indicator }) => indicator))];
  if (years.length === 0) return null;
  return (
    <section class="card-section targets-chart" aria-label={t("targets.chart")}>
      <div class="section-head">
        <h2>{t("targets.chart")}</h2>
        <span>{t("targets.note")}</span>
      </div>
      {indicators.map((indicator) => (
        <IndicatorBars key={indicator} indicator={indicator} years={years} targets={stated} />
      ))}
    </section>
  );
}

type BarsProps = { indicator: string; years: readonly (number | null)[]; targets: readonly Target[] };

/** The figures of one indicator by the given years; those without a year stand at null. */
export function IndicatorBars({ indicator, years, targets }: BarsProps) {
  const rows = years.map((year) => ({ year, figures: figuresOf(targets, indicator, year) }));
  const largest = Math.max(...rows.flatMap(({ figures }) => figures.map(({ value }) => value ?? 0)));
  return (
    <figure class="bars">
      <figcaption>{termName("indicator", indicator)}</figcaption>
      <ul>
        {rows.flatMap(({ year, figures }) => {
          const label = <span class="bar-year">{year ?? t("targets.no_year")}</span>;
          if (figures.length === 0)
            return (
              <li key={year} data-current={year === horizon.value}>
                {label}
                <span class="bar-track" data-empty="true" aria-hidden="true" />
                <span class="pill-not-stated">{t("not_stated_short")}</span>
              </li>
            );
          return figures.map((target) => {
            const share = largest > 0 ? Math.max(2, ((target.value ?? 0) / largest) * 100) : 0;
            return (
              <li key={`${year} ${target.comparator} ${target.value}`} data-current={year === horizon.value}>
                {label}
                <span class="bar-track" aria-hidden="true">
                  <span style={{ width: `${share}%` }} />
                </span>
                <TargetFigure target={target} />
              </li>
            );
          });
        })}
      </ul>
    </figure>
  );
}
