import { Icon } from "../../controls/icons.tsx";
import { FeatureSwatch } from "../../controls/swatch.tsx";
import { findFeature } from "../../features/plan.ts";
import { question } from "../../here/view.ts";
import { collectionTitle, featureName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { openPage } from "../../layout/pages.ts";
import { PAGES } from "../../layout/view.ts";
import { pointsAt } from "../../selection/points-at.ts";
import { openFeature } from "../../selection/select.ts";
import { isSame } from "../../selection/selection.ts";
import { selection } from "../../selection/view.ts";
import { type Press, press } from "../../viewport/map-link.ts";
import "./also-here.css";

/** Where a press on the map has met several things: all of them, the smallest first, and what was looked for in vain. */
export function AlsoHere() {
  if (!press.value) return null;
  const { found, without, at } = press.value;
  const ask = () => {
    question.value = at.map((degrees) => degrees.toFixed(6)).join(",");
    openPage("here");
  };
  return (
    <section class="also-here" aria-label={t("also_here.title", { count: found.length })}>
      <details open>
        <summary>{t("also_here.title", { count: found.length })}</summary>
        <ul>
          {found.map((one) => (
            <HereRow key={`${one.collection} ${one.code}`} {...one} />
          ))}
        </ul>
        {PAGES.includes("here") && (
          <button type="button" class="button button-quiet" onClick={ask}>
            <Icon name="ask" size={16} />
            {t("here.title")}
          </button>
        )}
        {without.length > 0 && (
          <p class="note">
            {t("also_here.without", { names: without.map(collectionTitle).join(t("list.separator")) })}
          </p>
        )}
      </details>
    </section>
  );
}

function HereRow({ collection, code, feature: painted }: Press["found"][number]) {
  const feature = findFeature(collection, code) ?? painted;
  return (
    <li>
      <button
        type="button"
        class="here-row"
        data-code={code}
        aria-current={isSame(selection.value, collection, code)}
        onClick={() => openFeature(collection, code, true)}
        {...pointsAt(collection, code)}
      >
        {feature && <FeatureSwatch collection={collection} feature={feature} />}
        <span>{feature ? featureName(feature) : code}</span>
        <small>{collectionTitle(collection)}</small>
      </button>
    </li>
  );
}
