import { FeatureSwatch } from "../controls/swatch.tsx";
import { formatNumber } from "../language/format.ts";
import { featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { openFeature } from "../selection/select.ts";
import { isSame } from "../selection/selection.ts";
import { hovered, selection } from "../selection/view.ts";
import { parks } from "./answer.ts";
import { type OtherFeature, otherFeatures } from "./others.ts";
import "./answer.css";

/** A list is read, not searched: what is more is counted. */
const MOST = 100;

/** In the list, where no project matches: what does, those with a place first. The parks are listed above. */
export function OtherFeatures() {
  const listed = new Set(parks.value.map(({ park }) => park));
  const found = otherFeatures.value.filter(({ feature }) => !listed.has(feature));
  if (found.length === 0) return null;
  const placedFirst = [
    ...found.filter(({ feature }) => feature.geometry),
    ...found.filter(({ feature }) => !feature.geometry),
  ];
  const left = found.length - MOST;
  return (
    <div class="other-features">
      <p class="note">{t("answer.no_project")}</p>
      <ul>
        {placedFirst.slice(0, MOST).map((other) => (
          <OtherRow key={`${other.collection} ${other.feature.id}`} {...other} />
        ))}
      </ul>
      {left > 0 && <p class="note">{t("answer.more_features", { count: formatNumber(left, language.value) })}</p>}
    </div>
  );
}

function OtherRow({ collection, feature }: OtherFeature) {
  const { code } = feature.properties;
  const pointAt = () => {
    hovered.value = { kind: "feature", collection, code };
  };
  const leave = () => {
    hovered.value = { kind: "none" };
  };
  return (
    <li class="answer-park" data-code={code}>
      <button
        type="button"
        aria-current={isSame(selection.value, collection, code)}
        onClick={() => openFeature(collection, code, true)}
        onPointerEnter={pointAt}
        onPointerLeave={leave}
        onFocus={pointAt}
        onBlur={leave}
      >
        <FeatureSwatch collection={collection} feature={feature} />
        <span>{featureName(feature)}</span>
        {feature.geometry === null && <span class="pill-not-stated">{t("list.unplaced")}</span>}
      </button>
    </li>
  );
}
