import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { targetWords } from "../../targets/target-words.ts";
import { figuresOf, shownIndicator, subjectTargets, targetsLoaded, yearsOf } from "../../targets/targets.ts";
import { stops } from "../stops.ts";
import { horizon } from "../view.ts";

const HEIGHT_PX = 26;
const BAR_PX = 12;
/** What is stated can be seen, however small beside the rest. */
const LEAST_PX = 2;

/** The shown indicator over the years, each bar above its year on the scale; a stop where the plan is silent is hatched. `share`: where a year is, 0 to 1. */
export function Trend({ share }: { share: (year: number) => number }) {
  const indicator = shownIndicator.value;
  const targets = subjectTargets.value.filter((target) => target.indicator === indicator);
  if (!indicator || !targetsLoaded.value) return <div class="horizon-trend" />;
  const years = yearsOf(
    stops.map(({ year }) => year),
    targets,
  ).map((year) => {
    const figures = figuresOf(targets, indicator, year);
    const words = figures.map(targetWords).map(({ sign, value }) => `${sign}${value}`);
    return {
      year,
      values: figures.map(({ value }) => value ?? 0),
      says: `${year}: ${words.join(t("list.separator")) || t("not_stated")}`,
    };
  });
  const values = years.flatMap((one) => one.values);
  // zero is on the scale: bars are compared by their length
  const most = Math.max(0, ...values);
  const perPixel = (most - Math.min(0, ...values)) / HEIGHT_PX || 1;
  return (
    <svg
      class="horizon-trend"
      role="img"
      aria-label={t("horizon.trend", {
        name: termName("indicator", indicator),
        years: years.map(({ says }) => says).join("; "),
      })}
    >
      <defs>
        <pattern id="horizon-gap" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="4" />
        </pattern>
      </defs>
      {years.map(({ year, values, says }) => (
        <svg key={year} x={`${share(year) * 100}%`} overflow="visible" data-current={year === horizon.value}>
          <title>{says}</title>
          {values.length === 0 && <rect class="trend-gap" x={-BAR_PX / 2} width={BAR_PX} height={HEIGHT_PX} rx="2" />}
          {/* two targets of one value are one bar */}
          {[...new Set(values)].map((value) => {
            const height = Math.max(LEAST_PX, Math.abs(value) / perPixel);
            const top = Math.min(HEIGHT_PX - height, (most - Math.max(0, value)) / perPixel);
            return <rect key={value} x={-BAR_PX / 2} y={top} width={BAR_PX} height={height} rx="2" />;
          })}
        </svg>
      ))}
    </svg>
  );
}
