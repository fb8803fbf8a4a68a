import type { ComponentChildren } from "preact";
import type { PlanFeature } from "../api/types.ts";
import { FeatureSwatch } from "../controls/swatch.tsx";
import { featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { pointsAt } from "../selection/points-at.ts";
import { openFeature } from "../selection/select.ts";
import { isSame } from "../selection/selection.ts";
import { selection } from "../selection/view.ts";
import "./answer.css";

type Props = { collection: string; feature: PlanFeature; children?: ComponentChildren };

/** A feature that an answer finds: its name leads to its card, and pointing at it shows it on the map; then why it is found. */
export function AnswerRow({ collection, feature, children }: Props) {
  const { code } = feature.properties;
  return (
    <li class="answer-park" data-code={code}>
      <button
        type="button"
        aria-current={isSame(selection.value, collection, code)}
        onClick={() => openFeature(collection, code, true)}
        {...pointsAt(collection, code)}
      >
        <FeatureSwatch collection={collection} feature={feature} />
        <span>{featureName(feature)}</span>
        {feature.geometry === null && <span class="pill-not-stated">{t("list.unplaced")}</span>}
      </button>
      {children}
    </li>
  );
}
