import type { Target } from "../api/types.ts";
import { product } from "../catalogue.ts";
import { horizon } from "../horizon/view.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { CitationChip } from "../reading/citation-chip.tsx";
import { figureMark } from "../reading/mark.ts";
import { targetWords } from "./target-words.ts";
import "./targets-chart.css";

const years = product.horizons.map(({ year }) => year);

/** Each indicator over the horizons; a year without a figure is a hatched gap, never a zero. */
export function TargetsChart({ targets }: { targets: readonly Target[] }) {
  const stated = targets.filter((target) => target.value !== null && target.horizon !== null);
  const shown = years.filter((year) => stated.some((target) => target.horizon === year));
  const indicators = [...new Set(stated.map(({ indicator }) => indicator))];
  if (shown.length === 0) return null;
  return (
    <section class="card-section targets-chart" aria-label={t("targets.chart")}>
      <div class="section-head">
        <h2>{t("targets.chart")}</h2>
        <span>{t("targets.note")}</span>
      </div>
      {indicators.map((indicator) => (
        <Bars
          key={indicator}
          indicator={indicator}
          shown={shown}
          targets={stated.filter((target) => target.indicator === indicator)}
        />
      ))}
    </section>
  );
}

type BarsProps = { indicator: string; shown: readonly number[]; targets: readonly Target[] };

function Bars({ indicator, shown, targets }: BarsProps) {
  const largest = Math.max(...targets.map(({ value }) => value ?? 0));
  return (
    <figure class="bars">
      <figcaption>{termName("indicator", indicator)}</figcaption>
      <ul>
        {shown.map((year) => {
          const target = targets.find((one) => one.horizon === year);
          const words = target && targetWords(target);
          return (
            <li key={year} data-current={year === horizon.value}>
              <span class="bar-year">{year}</span>
              {target && words && target.value !== null ? (
                <>
                  <span class="bar-track" aria-hidden="true">
                    <span style={{ width: `${largest > 0 ? Math.max(2, (target.value / largest) * 100) : 0}%` }} />
                  </span>
                  <strong>
                    {words.sign}
                    {words.value}
                  </strong>
                  <CitationChip paragraph={target.paragraph} mark={figureMark(target.value, target.unit)} />
                </>
              ) : (
                <>
                  <span class="bar-track" data-empty="true" aria-hidden="true" />
                  <span class="pill-not-stated">{t("not_stated_short")}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
