import { hasRole } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { StatusShape } from "../../controls/swatch.tsx";
import { formatMoney } from "../../language/format.ts";
import { inLanguage, nameOf as inOwnWords } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { openFeature } from "../../selection/select.ts";
import { isSame } from "../../selection/selection.ts";
import { selection } from "../../selection/view.ts";
import type { ChainFeature, NamedFeature, NamedThing } from "../requests.ts";

/** What stands in the chart: features that open on the map, and names that the plan gives no place, each with its citation. */
export const nameOf = ({ code = "", name_zh, name_en = null }: Nameable): string =>
  inOwnWords({ code, name_zh, name_en }).text;
type Nameable = { code?: string; name_zh: string; name_en?: string | null };

export function Features({ features, money = false }: { features: readonly ChainFeature[]; money?: boolean }) {
  return (
    <ul class="panorama-items">
      {features.map((feature) => (
        <li key={feature.code}>
          <FeatureButton feature={feature} name={nameOf(feature)} />
          {money &&
            (typeof feature.investment_cny === "number" ? (
              <span>{formatMoney(feature.investment_cny, "CNY", language.value)}</span>
            ) : (
              <span class="pill-not-stated">{t("not_stated_short")}</span>
            ))}
          {feature.citations[0] && <CitationChip paragraph={feature.citations[0].paragraph} />}
        </li>
      ))}
    </ul>
  );
}

export function Named({ entries }: { entries: readonly NamedFeature[] }) {
  return (
    <ul class="panorama-items">
      {entries.map((entry) => (
        <li key={entry.name_zh}>
          {entry.feature ? (
            <FeatureButton feature={entry.feature} name={nameOf({ ...entry.feature, name_zh: entry.name_zh })} />
          ) : (
            <span title={t("panorama.no_feature")}>{nameOf(entry)}</span>
          )}
          {entry.paragraph && (
            <CitationChip paragraph={entry.paragraph} mark={{ kind: "words", words: entry.name_zh }} />
          )}
        </li>
      ))}
    </ul>
  );
}

function FeatureButton({ feature, name }: { feature: ChainFeature; name: string }) {
  const unplaced = feature.placement === "unplaced";
  return (
    <button
      type="button"
      class="panorama-feature"
      aria-pressed={isSame(selection.value, feature.collection, feature.code)}
      title={unplaced ? t("placement.unplaced") : t("gaps.show", { name })}
      onClick={() => openFeature(feature.collection, feature.code)}
    >
      {hasRole(feature.collection, "project") ? (
        <StatusShape status={feature.plan_status} size={15} />
      ) : (
        <Icon name={unplaced ? "list" : "pin"} size={13} />
      )}
      {name}
    </button>
  );
}

export function Things({ things }: { things: readonly NamedThing[] }) {
  return (
    <ul class="panorama-things">
      {things.map((thing) => (
        <li key={`${thing.zh} ${thing.paragraph}`}>
          {inLanguage(thing)}
          <CitationChip paragraph={thing.paragraph} mark={{ kind: "words", words: thing.zh }} />
        </li>
      ))}
    </ul>
  );
}
