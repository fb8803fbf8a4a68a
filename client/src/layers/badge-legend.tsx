import { shownTheme } from "../appearance/view.ts";
import { featuresIn } from "../features/features-in.ts";
import { PARKS } from "../features/plan.ts";
import { horizon } from "../horizon/view.ts";
import { formatValue } from "../language/format.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { badgeSize, badgeValue } from "../symbols/badge.ts";
import { parkBadge } from "../symbols/markers.ts";
import { svgPicture } from "../symbols/svg.ts";
import { badgeMeasure } from "../targets/badge-measure.ts";
import { planTargets } from "../targets/targets.ts";

/** Shares of the value with the largest badge. */
const SAMPLES = [1 / 4, 1];

/** What the size of a park's badge says at this horizon, with a sample of each. */
export function BadgeLegend() {
  const measure = badgeMeasure.value;
  const parks = featuresIn(PARKS).whole();
  // of parks that come as tiles no target is known; the names of indicators come with the targets
  if (!parks || planTargets.value === null) return null;
  const figures = parks.flatMap(({ properties }) => properties.targets ?? []);
  const unit = figures.find((target) => target.indicator === measure.indicator)?.unit;
  const isStated = parks.some((park) => badgeValue(park, measure, horizon.value) !== null);
  const args = { year: horizon.value, name: termName("indicator", measure.indicator) };
  if (!unit) return null;
  return (
    <div class="badge-legend">
      <p>{t(isStated ? "layers.badge" : "layers.badge_silent", args)}</p>
      {isStated && (
        <ul>
          <Sample side={badgeSize(null, measure)} says={t("not_stated_short")} />
          {SAMPLES.map((share) => {
            const value = measure.most * share;
            const says = formatValue(value, unit, termName("unit", unit), language.value);
            return <Sample key={share} side={badgeSize(value, measure)} says={says} />;
          })}
        </ul>
      )}
    </div>
  );
}

function Sample({ side, says }: { side: number; says: string }) {
  const box = Math.ceil(side) + 3;
  const svg = svgPicture(parkBadge([box / 2, box / 2], side, null, shownTheme.value), box, box, "badge");
  return (
    <li>
      {/* the markup comes from our own painter, never from people's input */}
      <span dangerouslySetInnerHTML={{ __html: svg }} />
      {says}
    </li>
  );
}
