import { useSignal } from "@preact/signals";
import type { PlanFeature } from "../../api/types.ts";
import type { CollectionDefinition } from "../../catalogue.ts";
import { formatNumber } from "../../i18n/format.ts";
import { featureName, inLanguage } from "../../i18n/names.ts";
import { t } from "../../i18n/t.ts";
import { isLarge } from "../../state/large.ts";
import { facetsOfLarge } from "../../state/large-facets.ts";
import { isLayerVisible, setVisible } from "../../state/layers.ts";
import { collectionState } from "../../state/load.ts";
import { appearance } from "../../state/plan.ts";
import { isSame, openFeature } from "../../state/select.ts";
import { hovered, language, layers, selection } from "../../state/view.ts";
import { compactNumber } from "../../symbols/cells.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { ExportButton } from "../export/export-button.tsx";
import { FeatureSwatch, LayerSwatch } from "../swatch.tsx";

/** Up to this many names say what a layer is; beyond that a name of the numbering or the unplaced count does. */
const NAMES_SHOWN = 3;
/** Four tints need their legend at once; longer lists wait to be opened. */
const OPEN_AT_START = "urban-clusters";

type Props = { definition: CollectionDefinition; features: readonly PlanFeature[] | undefined };

export function LayerRow({ definition, features }: Props) {
  const open = useSignal(definition.id === OPEN_AT_START);
  const visible = isLayerVisible(layers.value, definition.id);
  const name = inLanguage(definition.short);
  const shown = features?.filter((feature) => appearance.value(definition.id, feature) !== "hidden");
  const counted = isLarge(definition.id) ? facetsOfLarge(definition.id) : null;
  const many = (features?.length ?? 0) > 1;
  const children = `layer-${definition.id}`;
  return (
    <li class="layer" data-off={!visible}>
      <div class="layer-row">
        {many ? (
          <button
            type="button"
            class="layer-open"
            aria-label={t("layers.children", { name })}
            aria-expanded={open.value}
            aria-controls={open.value ? children : undefined}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            <Icon name={open.value ? "down" : "right"} size={14} />
          </button>
        ) : (
          <span class="layer-open" />
        )}
        <LayerSwatch collection={definition.id} />
        <span class="layer-name">{name}</span>
        <span class="layer-sub">{subtitle(definition, features)}</span>
        {counted?.facets ? (
          <span class="layer-count" title={formatNumber(counted.facets.numberMatched, language.value)}>
            {compactNumber(counted.facets.numberMatched, language.value)}
          </span>
        ) : shown ? (
          <span class="layer-count">{shown.length}</span>
        ) : (counted && !counted.problem) || collectionState(definition.id) === "loading" ? (
          <span class="skeleton layer-count-loading" />
        ) : (
          <span class="layer-count" title={t("not_loaded")}>
            –
          </span>
        )}
        <ExportButton collection={definition.id} />
        <IconButton
          icon={visible ? "eye" : "eyeOff"}
          role="switch"
          aria-checked={visible}
          name={t("layers.switch", { name })}
          size={16}
          small
          onClick={() => setVisible(definition.id, !visible)}
        />
      </div>
      {open.value && many && features && (
        <ul class="layer-children" id={children} data-columns={definition.id === OPEN_AT_START ? 2 : 1}>
          {features.map((feature) => (
            <LayerChild key={feature.properties.code} collection={definition.id} feature={feature} />
          ))}
        </ul>
      )}
    </li>
  );
}

function LayerChild({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { code } = feature.properties;
  const leave = () => {
    hovered.value = { kind: "none" };
  };
  return (
    <li>
      <button
        type="button"
        class="layer-child"
        data-code={code}
        aria-current={isSame(selection.value, collection, code)}
        data-appearance={appearance.value(collection, feature)}
        onClick={() => openFeature(collection, code)}
        onPointerEnter={() => {
          hovered.value = { kind: "feature", collection, code };
        }}
        onPointerLeave={leave}
      >
        <FeatureSwatch collection={collection} feature={feature} />
        <span>{featureName(feature)}</span>
        {feature.geometry === null && <span class="layer-unplaced">{t("placement.unplaced")}</span>}
      </button>
    </li>
  );
}

function subtitle(definition: CollectionDefinition, features: readonly PlanFeature[] | undefined): string {
  if (!features || features.length === 0) return "";
  if (features.length <= NAMES_SHOWN) return features.map(featureName).join(" · ");
  const numbering = definition.properties.find((property) => property.name === "number");
  if (numbering) return inLanguage(numbering.title);
  const unplaced = features.filter((feature) => feature.geometry === null).length;
  return unplaced > 0 ? t("layers.unplaced", { count: unplaced }) : "";
}
