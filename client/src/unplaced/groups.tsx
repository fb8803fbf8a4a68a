import { FeatureSwatch } from "../controls/swatch.tsx";
import { matching } from "../features/facets.ts";
import { heldFeatures, PARKS } from "../features/plan.ts";
import { filterInForce } from "../filter/match.ts";
import { horizon } from "../horizon/view.ts";
import { formatNumber } from "../language/format.ts";
import { collectionTitle, featureName, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { openFeature } from "../selection/select.ts";
import { hovered } from "../selection/view.ts";
import { ENTERPRISES, type Group, groupUnplaced, type Thing } from "./grouping.ts";
import { trayCollections, unplacedCount } from "./unplaced.ts";
import "./unplaced.css";

/** What has no place, by what relates it to the map. Of a large collection those that are held; the others are counted. */
export function Groups() {
  const things = trayCollections.value.flatMap((collection) =>
    matching(collection, heldFeatures(collection), filterInForce.value, horizon.value)
      .filter(({ geometry }) => geometry === null)
      .map((feature) => ({ collection, feature })),
  );
  const left = unplacedCount.value - things.length;
  const groups = groupUnplaced(things, heldFeatures(PARKS), heldFeatures(ENTERPRISES));
  return (
    <div class="unplaced-groups panel-scroll">
      {groups.map((group) => (
        <GroupSection
          key={[group.relation, group.chain, ...group.anchors.map(({ feature }) => feature.id)].join()}
          {...group}
        />
      ))}
      {left > 0 && <p class="note">{t("unplaced.more", { count: formatNumber(left, language.value) })}</p>}
    </div>
  );
}

/** The same as a part of the list, where there is no room over the map. */
export function UnplacedSection() {
  if (unplacedCount.value === 0) return null;
  return (
    <section class="unplaced-section" aria-label={t("unplaced.tray")}>
      <h2>{t("unplaced.tray")}</h2>
      <Groups />
    </section>
  );
}

function GroupSection({ relation, chain, anchors, things }: Group) {
  return (
    <section class="unplaced-group" data-relation={relation}>
      <h3>
        {t(`unplaced.${relation}` as const)}
        {chain && ` · ${termName("industry_chain", chain)}`} <span>{things.length}</span>
      </h3>
      {anchors.length > 0 && (
        <p class="unplaced-anchors">
          {anchors.map((anchor) => (
            <ThingButton key={anchor.feature.id} {...anchor} name="unplaced-anchor" />
          ))}
        </p>
      )}
      <ul>
        {things.map((thing) => (
          <li key={`${thing.collection} ${thing.feature.id}`}>
            <ThingButton {...thing} name="unplaced-thing" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThingButton({ collection, feature, name }: Thing & { name: string }) {
  const { code } = feature.properties;
  const pointAt = () => {
    hovered.value = { kind: "feature", collection, code };
  };
  const leave = () => {
    hovered.value = { kind: "none" };
  };
  return (
    <button
      type="button"
      class={name}
      title={collectionTitle(collection)}
      data-code={code}
      onClick={() => openFeature(collection, code, true)}
      onPointerEnter={pointAt}
      onPointerLeave={leave}
      onFocus={pointAt}
      onBlur={leave}
    >
      <FeatureSwatch collection={collection} feature={feature} />
      <span>{featureName(feature)}</span>
    </button>
  );
}
