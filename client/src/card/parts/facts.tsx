import type { PlanFeature, Statement } from "../../api/types.ts";
import { definitionOf, type PropertyDefinition, product } from "../../catalogue.ts";
import { ChainBadge } from "../../controls/swatch.tsx";
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
        {t("status.at", { status: termName("plan_status", properties.plan_status), date: product.status_as_of })}
      </Fact>
      {own.map((property) => (
        <PropertyFact key={property.name} property={property} feature={feature} />
      ))}
      {properties.chain_grounds && properties.chain_grounds.length > 0 && (
        <ChainGrounds grounds={properties.chain_grounds} />
      )}
      {hasPeriod && (
        <Fact
          label={t("facts.period")}
          citations={[...cited(properties.citations, "period_from"), ...cited(properties.citations, "period_to")]}
        >
          {period(properties.period_from, properties.period_to) ?? <NotStated />}
        </Fact>
      )}
      <Fact
        label={t("facts.horizon")}
        citations={[...cited(properties.citations, "horizon_from"), ...cited(properties.citations, "horizon_to")]}
      >
        {period(properties.horizon_from, properties.horizon_to) ?? <NotStated />}
      </Fact>
      {properties.outputs && properties.outputs.length > 0 && <Outputs outputs={properties.outputs} />}
    </dl>
  );
}

function PropertyFact({ property, feature }: { property: PropertyDefinition; feature: PlanFeature }) {
  const { properties } = feature;
  const value = properties[property.name];
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  // silent where the plan could not have spoken; a figure that it could have given is named as missing
  if (empty && !property.figure) return null;
  if (property.type === "statements")
    return <Statements label={inLanguage(property.title)} statements={value as readonly Statement[]} />;
  return (
    <Fact label={inLanguage(property.title)} citations={cited(properties.citations, property.name)}>
      {empty ? <NotStated /> : <Value property={property} value={value} />}
    </Fact>
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
