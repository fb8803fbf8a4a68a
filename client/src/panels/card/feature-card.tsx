import { itemAddress } from "../../api/ogc.ts";
import type { PlanFeature } from "../../api/types.ts";
import { product } from "../../catalogue.ts";
import { formatAccuracy } from "../../i18n/format.ts";
import { collectionTitle, featureName, otherName, termName } from "../../i18n/names.ts";
import { t } from "../../i18n/t.ts";
import { mapRequest } from "../../state/map-link.ts";
import type { Mark } from "../../state/mark.ts";
import { selectedFeature } from "../../state/plan.ts";
import { closeFeature, featureState } from "../../state/select.ts";
import { citedParagraph, language, page, reading, selection, shownParagraph } from "../../state/view.ts";
import { CitationChip, InCard } from "../citation-chip.tsx";
import { Icon } from "../controls/icons.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { copyLink } from "../copy-link.ts";
import { Locators } from "../reading/locators.tsx";
import { ReadingBox } from "../reading/reading-box.tsx";
import { UnknownFeature } from "../states.tsx";
import { FeatureSwatch, StatusShape } from "../swatch.tsx";
import { CloseCard } from "./close-card.tsx";
import { ClusterCard } from "./cluster-card.tsx";
import { Facts } from "./facts.tsx";
import { Placement } from "./placement.tsx";
import { Related } from "./related.tsx";
import { TargetsChart } from "./targets-chart.tsx";
import { TargetsTable } from "./targets-table.tsx";
import "./feature-card.css";

/** Everything the data holds about one feature, each value with where it comes from. */
export function FeatureCard() {
  const open = selectedFeature.value;
  const chosen = selection.value;
  if (chosen.kind === "none") return null;
  if (chosen.kind === "industry-cluster") return <ClusterCard key={chosen.code} code={chosen.code} />;
  if (open) return <Card key={`${open.collection}/${open.feature.properties.code}`} {...open} />;
  return featureState(chosen.collection, chosen.code) === "loading" ? <CardSkeleton /> : <UnknownFeature />;
}

function Card({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { properties } = feature;
  const heading = usePanelFocus("card");
  const other = otherName(feature);
  return (
    <InCard.Provider value={true}>
      <article class="card" aria-label={featureName(feature)} data-panel>
        <CardTags collection={collection} feature={feature} />
        <div class="panel-scroll">
          <div class="card-title">
            <h1 ref={heading} tabIndex={-1}>
              {featureName(feature)}
            </h1>
            {other && (
              <p class="card-other" lang={language.value === "zh" ? "en" : "zh"}>
                {other}
              </p>
            )}
            <Aliases feature={feature} />
            <CardActions collection={collection} feature={feature} />
          </div>
          <Facts collection={collection} feature={feature} />
          <ReadingBox collection={collection} feature={feature} />
          {properties.targets && properties.targets.length > 0 && (
            <>
              <TargetsChart targets={properties.targets} />
              <TargetsTable targets={properties.targets} />
            </>
          )}
          <Placement feature={feature} />
          <section class="card-section">
            <details class="all-places">
              <summary>
                {t("text.all_places", { count: new Set(properties.citations.map((one) => one.paragraph)).size })}
              </summary>
              <Locators collection={collection} citations={properties.citations} />
            </details>
          </section>
          <Related collection={collection} feature={feature} />
        </div>
        <CardFoot feature={feature} />
      </article>
    </InCard.Provider>
  );
}

/** How far the drawing may be off stands on every card; what is not drawn says that instead. */
function CardFoot({ feature }: { feature: PlanFeature }) {
  const { accuracy_m, source } = feature.properties;
  const accuracy =
    accuracy_m === null
      ? t("accuracy.unknown")
      : t("accuracy.schematic", { accuracy: formatAccuracy(accuracy_m, language.value) });
  return (
    <footer class="card-foot">
      <Icon name="ruler" />
      <strong>{feature.geometry === null ? t("accuracy.not_drawn") : accuracy}</strong>
      <span>{source ? termName("source", source) : ""}</span>
    </footer>
  );
}

function CardTags({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { plan_status, plan_status_basis, origin } = feature.properties;
  return (
    <div class="card-tags">
      <FeatureSwatch collection={collection} feature={feature} />
      <span class="chip chip-type">{collectionTitle(collection)}</span>
      <span class="chip chip-status" title={t("status.as_of", { date: product.status_as_of })}>
        <StatusShape status={plan_status} size={16} />
        {plan_status === "not-stated" ? t("status.not_stated") : termName("plan_status", plan_status)}
      </span>
      {plan_status_basis === "derived" && <span class="chip chip-derived">{t("status.derived_short")}</span>}
      {origin !== "plan" && <span class="chip chip-type">{termName("origin", origin)}</span>}
      <CloseCard />
    </div>
  );
}

/** Where the plan names it. Beside another name a chip marks that name, where the paragraph has it. */
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
      <button type="button" class="button" onClick={() => void copyLink({ collection, code })}>
        <Icon name="link" size={16} />
        {t("card.link")}
      </button>
      <a class="button" href={itemAddress(collection, code)} target="_blank" rel="noreferrer">
        <Icon name="braces" size={16} />
        GeoJSON
      </a>
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

/** Esc, one thing at a time: the open citation, what stands out, the card, the page, the chapter. */
export function stepBack(): boolean {
  // what stands beside a card and has the focus was opened after it
  const isInPage = page.value !== "map" && document.activeElement?.closest(".panel-left");
  if (isInPage) page.value = "map";
  else if (citedParagraph.value !== null) citedParagraph.value = null;
  else if (shownParagraph.value !== null) shownParagraph.value = null;
  else if (selection.value.kind !== "none") closeFeature();
  else if (page.value !== "map") page.value = "map";
  else if (reading.value !== null) reading.value = null;
  else return false;
  return true;
}
