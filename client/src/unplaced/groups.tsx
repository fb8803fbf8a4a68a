import { useLayoutEffect, useRef } from "preact/hooks";
import type { PlanFeature } from "../api/types.ts";
import { CorrectButton } from "../changes/correct-button.tsx";
import { FeatureSwatch } from "../controls/swatch.tsx";
import { findFeature, PARKS } from "../features/plan.ts";
import { formatNumber } from "../language/format.ts";
import { collectionTitle, featureName, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { HiddenLayers } from "../layers/hidden-layers.tsx";
import { pointsAt } from "../selection/points-at.ts";
import { openFeature } from "../selection/select.ts";
import { type Group, parksOf, type Thing } from "./grouping.ts";
import { groups, unplacedCount, unplacedInHidden } from "./unplaced.ts";
import { trayAsked, trayPark } from "./view.ts";
import "./unplaced.css";

/** What has no place, by what relates it to the map; of one park what is related to it. Of a large collection those that are held; the others are counted. */
export function Groups() {
  const park = chosenPark();
  const all = groups.value;
  const shown = park ? all.filter((group) => parksOf(group).includes(park.id)) : all;
  const left = unplacedCount.value - all.reduce((sum, { things }) => sum + things.length, 0);
  return (
    <div class="unplaced-groups panel-scroll">
      {park && (
        <p class="unplaced-of">
          <strong>{t("unplaced.of_park", { name: featureName(park) })}</strong>
          <button type="button" class="button button-quiet" onClick={showAll}>
            {t("unplaced.all", { count: formatNumber(unplacedCount.value, language.value) })}
          </button>
        </p>
      )}
      {shown.map((group) => (
        <GroupSection
          key={[group.relation, group.chain, ...group.anchors.map(({ feature }) => feature.id)].join()}
          {...group}
        />
      ))}
      <HiddenLayers of={unplacedInHidden.value} />
      {!park && left > 0 && <p class="note">{t("unplaced.more", { count: formatNumber(left, language.value) })}</p>}
    </div>
  );
}

/** The park that was asked for, while anything is related to it: another filter may have left nothing. */
function chosenPark(): PlanFeature | undefined {
  const code = trayPark.value;
  if (code === null || !groups.value.some((group) => parksOf(group).includes(code))) return undefined;
  return findFeature(PARKS, code);
}

function showAll(): void {
  trayPark.value = null;
}

/** The same as a part of the list, where there is no room over the map. */
export function UnplacedSection() {
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = unplacedCount.value > 0;
  const asked = trayAsked.value;
  useLayoutEffect(() => {
    if (!asked || !isThere) return;
    trayAsked.value = false;
    heading.current?.scrollIntoView({ block: "start" });
    heading.current?.focus({ preventScroll: true });
  }, [asked, isThere]);
  if (!isThere) return null;
  return (
    <section class="unplaced-section" aria-label={t("unplaced.tray")}>
      <h2 ref={heading} tabIndex={-1}>
        {t("unplaced.tray")}
      </h2>
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
            <CorrectButton collection={thing.collection} code={thing.feature.properties.code} isPlaced={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThingButton({ collection, feature, name }: Thing & { name: string }) {
  const { code } = feature.properties;
  return (
    <button
      type="button"
      class={name}
      title={collectionTitle(collection)}
      data-code={code}
      onClick={() => openFeature(collection, code, true)}
      {...pointsAt(collection, code)}
    >
      <FeatureSwatch collection={collection} feature={feature} />
      <span>{featureName(feature)}</span>
    </button>
  );
}
