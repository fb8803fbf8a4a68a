import type { PlanFeature } from "../api/types.ts";
import { hasRole, product } from "../catalogue.ts";
import { CorrectButton } from "../changes/correct-button.tsx";
import { ContestPart } from "../contest/contest-part.tsx";
import { Icon } from "../controls/icons.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { FeatureSwatch, StatusShape } from "../controls/swatch.tsx";
import { featuresIn } from "../features/features-in.ts";
import { historyAddress, itemAddress } from "../features/requests.ts";
import { GapsOf } from "../gaps/gaps-of.tsx";
import { FallbackSign } from "../language/fallback-sign.tsx";
import { collectionTitle, featureName, nameOf, otherName, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language, pageLanguage } from "../language/view.ts";
import { HiddenLayers } from "../layers/hidden-layers.tsx";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { PAGES } from "../layout/view.ts";
import { compareWith } from "../parks/compare-with.ts";
import { PoliciesOf } from "../policies/policies-of.tsx";
import { CitationChip, InCard } from "../reading/citation-chip.tsx";
import { Locators } from "../reading/locators.tsx";
import type { Mark } from "../reading/mark.ts";
import { ReadingBox } from "../reading/reading-box.tsx";
import { selectedFeature } from "../selection/selected.ts";
import { selection } from "../selection/view.ts";
import { TargetsChart } from "../targets/targets-chart.tsx";
import { TargetsTable } from "../targets/targets-table.tsx";
import { copyLink } from "../url/copy-link.ts";
import { mapRequest } from "../viewport/map-link.ts";
import { AlsoHere } from "./parts/also-here.tsx";
import { CardFoot } from "./parts/card-foot.tsx";
import { CloseCard } from "./parts/close-card.tsx";
import { ClusterCard } from "./parts/cluster-card.tsx";
import { Facts } from "./parts/facts.tsx";
import { ParkChains } from "./parts/park-chains.tsx";
import { Placement } from "./parts/placement.tsx";
import { Related } from "./parts/related-list.tsx";
import { UnknownFeature } from "./parts/unknown-feature.tsx";
import "./feature-card.css";

/** Everything the data holds about one feature, each value with where it comes from. */
export function FeatureCard() {
  const open = selectedFeature.value;
  const chosen = selection.value;
  if (chosen.kind === "none") return null;
  if (chosen.kind === "industry-cluster") return <ClusterCard key={chosen.code} code={chosen.code} />;
  if (open) return <Card key={`${open.collection}/${open.feature.properties.code}`} {...open} />;
  return featuresIn(chosen.collection).stateOf(chosen.code) === "loading" ? <CardSkeleton /> : <UnknownFeature />;
}

function Card({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { properties } = feature;
  const heading = usePanelFocus("card");
  const other = otherName(feature);
  return (
    <InCard.Provider value={true}>
      <article class="card" aria-label={featureName(feature)} data-panel>
        <CardTags collection={collection} feature={feature} />
        {!isLayerVisible(layers.value, collection) && <HiddenLayers of={[{ collection }]} />}
        <div class="panel-scroll">
          <div class="card-title">
            <h1 ref={heading} tabIndex={-1} lang={nameOf(properties).lang}>
              {featureName(feature)}
            </h1>
            {other && other !== featureName(feature) && (
              <p class="card-other" lang={language.value === "zh" ? "en" : "zh"}>
                {other}
              </p>
            )}
            <Aliases feature={feature} />
            <CardActions collection={collection} feature={feature} />
          </div>
          <AlsoHere />
          <Facts collection={collection} feature={feature} />
          <ReadingBox collection={collection} feature={feature} />
          {properties.targets && properties.targets.length > 0 && (
            <>
              <TargetsChart targets={properties.targets} />
              <TargetsTable targets={properties.targets} />
            </>
          )}
          <ParkChains collection={collection} feature={feature} />
          <GapsOf collection={collection} code={properties.code} />
          <PoliciesOf collection={collection} code={properties.code} />
          <Placement feature={feature} />
          {properties.citations.length > 0 && (
            <section class="card-section">
              <details class="all-places">
                <summary>
                  {t("text.all_places", { count: new Set(properties.citations.map((one) => one.paragraph)).size })}
                </summary>
                <Locators collection={collection} citations={properties.citations} />
              </details>
            </section>
          )}
          <Related collection={collection} feature={feature} />
          <section class="card-section">
            <ContestPart about={{ kind: "feature", collection, code: properties.code }} />
          </section>
        </div>
        <CardFoot feature={feature} />
      </article>
    </InCard.Provider>
  );
}

function CardTags({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { plan_status, plan_status_basis, origin } = feature.properties;
  return (
    <div class="card-tags">
      <FeatureSwatch collection={collection} feature={feature} />
      <span class="chip chip-type">{collectionTitle(collection)}</span>
      <span
        class="chip chip-status"
        {...(origin === "plan" && { title: t("status.as_of", { date: product.status_as_of }) })}
      >
        <StatusShape status={plan_status} size={16} />
        {plan_status === "not-stated" ? t("status.not_stated") : termName("plan_status", plan_status)}
      </span>
      {plan_status_basis === "derived" && <span class="chip chip-derived">{t("status.derived_short")}</span>}
      {origin !== "plan" && <span class="chip chip-type">{termName("origin", origin)}</span>}
      <FallbackSign />
      <CloseCard />
    </div>
  );
}

/** Where the plan names it. RemoteRelated another name a chip marks that name, where the paragraph has it. */
function Aliases({ feature }: { feature: PlanFeature }) {
  const { aliases, citations } = feature.properties;
  const mark: Mark | null = aliases.length > 0 ? { kind: "attribute", name: "aliases" } : null;
  const names = citations.filter(({ attribute }) => attribute === null || attribute === mark?.name);
  const named = [...new Set(names.map(({ paragraph }) => paragraph))];
  if (aliases.length === 0 && named.length === 0) return null;
  return (
    <p class="card-aliases">
      {aliases.length > 0 && (
        <span>
          {t("card.aliases")} <strong lang="zh">{aliases.join(" · ")}</strong>
        </span>
      )}
      {named.map((paragraph) => (
        <CitationChip key={paragraph} paragraph={paragraph} mark={mark} />
      ))}
    </p>
  );
}

function CardActions({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { code } = feature.properties;
  return (
    <div class="card-actions">
      <button
        type="button"
        class="button button-primary"
        disabled={feature.geometry === null}
        onClick={() => {
          mapRequest.value = { kind: "feature", ref: { collection, code } };
        }}
      >
        <Icon name="locate" size={16} />
        {t("card.show")}
      </button>
      <button type="button" class="button" onClick={() => void copyLink({ select: `${collection}/${code}`, cite: "" })}>
        <Icon name="link" size={16} />
        {t("card.link")}
      </button>
      <a class="button" href={itemAddress(collection, code)} target="_blank" rel="noreferrer">
        <Icon name="braces" size={16} />
        GeoJSON
      </a>
      <a class="button" href={historyAddress(collection, code, pageLanguage.value)} target="_blank" rel="noreferrer">
        <Icon name="clock" size={16} />
        {t("history.link")}
      </a>
      {hasRole(collection, "project") && PAGES.includes("compare") && (
        <button type="button" class="button" onClick={() => compareWith(code)}>
          {t("card.compare")}
        </button>
      )}
      <CorrectButton collection={collection} code={code} isPlaced={feature.geometry !== null} />
    </div>
  );
}

function CardSkeleton() {
  return (
    <div class="card" role="status" aria-busy="true" aria-label={t("states.loading")}>
      <div class="card-skeleton">
        <span class="skeleton" style={{ height: "20px", width: "50%" }} />
        <span class="skeleton" style={{ height: "28px", width: "70%" }} />
        {Array.from({ length: 7 }, (_, row) => (
          <span key={row} class="skeleton" style={{ height: "30px" }} />
        ))}
      </div>
    </div>
  );
}
