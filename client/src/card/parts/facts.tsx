import type { PlanFeature, Statement } from "../../api/types.ts";
import { definitionOf, type PropertyDefinition, product } from "../../catalogue.ts";
import { ChainBadge } from "../../controls/swatch.tsx";
import { findByCode } from "../../features/plan.ts";
import { chooseFilter } from "../../filter/choose.ts";
import { formatFloorArea, formatLandArea, formatMoney, formatNumber } from "../../language/format.ts";
import { inLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { ChainGrounds } from "./chain-grounds.tsx";
import { cited, Fact, NotStated } from "./fact.tsx";
import { FeatureLink } from "./feature-link.tsx";
import { Outputs } from "./outputs.tsx";
import { Statements } from "./statements.tsx";

/** Shown elsewhere on the card, or together in one row. */
const ELSEWHERE = new Set(["targets", "outputs", "chain_grounds", "period_from", "period_to", "other_codes", "tint"]);

export function Facts({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { properties } = feature;
  const definition = definitionOf(collection);
  const own = (definition?.properties ?? []).filter(({ name }) => !ELSEWHERE.has(name));
  const hasPeriod = definition?.properties.some(({ name }) => name === "period_from");
  return (
    <dl class="facts">
      <Fact label={t("status.label")} citations={cited(properties.citations, "plan_status")}>
        {statusAsSaid(properties)}
      </Fact>
      {own.map((property) => (
        <PropertyFact key={property.name} collection={collection} property={property} feature={feature} />
      ))}
      {properties.chain_grounds && properties.chain_grounds.length > 0 && (
        <ChainGrounds grounds={properties.chain_grounds} />
      )}
      {hasPeriod && (
        <Fact
          label={t("facts.period")}
          citations={[...cited(properties.citations, "period_from"), ...cited(properties.citations, "period_to")]}
        >
          {period(properties.period_from, properties.period_to) ?? <NotStated origin={properties.origin} />}
        </Fact>
      )}
      <Fact
        label={t("facts.horizon")}
        citations={[...cited(properties.citations, "horizon_from"), ...cited(properties.citations, "horizon_to")]}
      >
        {period(properties.horizon_from, properties.horizon_to) ?? <NotStated origin={properties.origin} />}
      </Fact>
      {properties.outputs && properties.outputs.length > 0 && <Outputs outputs={properties.outputs} />}
    </dl>
  );
}

/** As of its text where the plan says it; else who says it, and by which document. */
function statusAsSaid({ origin, plan_status, basis_document }: PlanFeature["properties"]): string {
  const status = termName("plan_status", plan_status);
  if (origin === "plan") return t("status.at", { status, date: product.status_as_of });
  return [status, termName("origin", origin), basis_document].filter(Boolean).join(" · ");
}

/** Of what people draw the ground says how large it is where nobody else does: m², or nothing. */
function drawnArea(collection: string, { code, origin }: PlanFeature["properties"]): number | null {
  if (origin === "plan") return null;
  const ground = findByCode(code).find((other) => definitionOf(other.collection)?.codes_of === collection);
  const area = ground?.feature.properties.land_area_m2;
  return typeof area === "number" ? area : null;
}

type PropertyOf = { collection: string; property: PropertyDefinition; feature: PlanFeature };

function PropertyFact({ collection, property, feature }: PropertyOf) {
  const { properties } = feature;
  const value = properties[property.name];
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  // silent where the plan could not have spoken; a figure that it could have given is named as missing
  if (empty && !property.figure) return null;
  if (property.type === "statements")
    return <Statements label={inLanguage(property.title)} statements={value as readonly Statement[]} />;
  return (
    <Fact label={inLanguage(property.title)} citations={cited(properties.citations, property.name)}>
      {empty ? (
        <Missing collection={collection} property={property} feature={feature} />
      ) : (
        <Value property={property} value={value} />
      )}
    </Fact>
  );
}

function Missing({ collection, property, feature: { properties } }: PropertyOf) {
  const drawn = property.name === "land_area_m2" ? drawnArea(collection, properties) : null;
  if (drawn === null) return <NotStated origin={properties.origin} />;
  return (
    <>
      <Value property={property} value={drawn} /> <span class="note">{t("facts.drawn")}</span>
    </>
  );
}

function Value({ property, value }: { property: PropertyDefinition; value: unknown }) {
  const lang = language.value;
  if (property.references) return <FeatureLink code={String(value)} />;
  if (property.vocabulary === "industry_chain") {
    const chains = (Array.isArray(value) ? value : [value]).map(String);
    return (
      <span class="fact-chains">
        {chains.map((code) => (
          <ChainLink key={code} code={code} />
        ))}
      </span>
    );
  }
  if (property.vocabulary)
    return (
      <>
        {(Array.isArray(value) ? value : [value])
          .map((code) => termName(property.vocabulary ?? "", String(code)))
          .join(t("list.separator"))}
      </>
    );
  if (typeof value === "number") {
    if (property.unit === "CNY") return <>{formatMoney(value, "CNY", lang)}</>;
    if (property.unit === "m2")
      return <>{property.name.startsWith("land") ? formatLandArea(value, lang) : formatFloorArea(value, lang)}</>;
    return <>{property.unit ? `${formatNumber(value, lang)}\u2009${property.unit}` : String(value)}</>;
  }
  return <>{String(value)}</>;
}

function ChainLink({ code }: { code: string }) {
  return (
    <button
      type="button"
      class="chain-link"
      title={t("facts.filter_by", { name: termName("industry_chain", code) })}
      onClick={() => {
        chooseFilter("industry_chain", [code]);
      }}
    >
      <ChainBadge chain={code} />
      {termName("industry_chain", code)}
    </button>
  );
}

function period(from: unknown, to: unknown): string | null {
  if (typeof from === "number" && typeof to === "number") return from === to ? String(from) : `${from}–${to}`;
  if (typeof from === "number") return t("facts.from", { year: from });
  if (typeof to === "number") return t("facts.to", { year: to });
  return null;
}
