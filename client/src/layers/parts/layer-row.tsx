import { useSignal } from "@preact/signals";
import type { PlanFeature } from "../../api/types.ts";
import type { CollectionDefinition } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { FeatureSwatch, LayerSwatch } from "../../controls/swatch.tsx";
import { ExportButton } from "../../export/export-button.tsx";
import type { LayerCount } from "../../features/collection-features.ts";
import { featuresIn } from "../../features/features-in.ts";
import { appearance, PARKS } from "../../features/plan.ts";
import { formatNumber } from "../../language/format.ts";
import { featureName, inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language, pageLanguage } from "../../language/view.ts";
import { openFeature } from "../../selection/select.ts";
import { isSame } from "../../selection/selection.ts";
import { hovered, selection } from "../../selection/view.ts";
import { compactNumber } from "../../symbols/cells.ts";
import { BadgeLegend } from "../badge-legend.tsx";
import { BubbleLegend } from "../bubble-legend.tsx";
import { isLayerVisible, setVisible } from "../layers.ts";
import { layers } from "../view.ts";
import { subtitle } from "./subtitle.ts";

type Props = { definition: CollectionDefinition; features: readonly PlanFeature[] | undefined };

export function LayerRow({ definition, features }: Props) {
  const open = useSignal(definition.initially_open ?? false);
  const visible = isLayerVisible(layers.value, definition.id);
  const name = inLanguage(definition.short);
  const own = featuresIn(definition.id);
  const count = own.count();
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
        <span class="layer-sub">{subtitle(definition, features, count)}</span>
        {count ? (
          <Count of={count} />
        ) : own.isCountComing() ? (
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
      {definition.id === PARKS && visible && (
        <>
          <BadgeLegend />
          <BubbleLegend />
        </>
      )}
      {open.value && many && features && (
        <ul class="layer-children" id={children} data-columns={definition.initially_open ? 2 : 1}>
          {features.map((feature) => (
            <LayerChild key={feature.properties.code} collection={definition.id} feature={feature} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The number alone where it stands in a column; what it is a number of in words, for the pointer and for screen readers. */
function Count({ of: { matched, total } }: { of: LayerCount }) {
  const number = (value: number) => formatNumber(value, language.value);
  const words =
    total === null || matched === total
      ? t("layers.counted", { count: number(matched) })
      : t("layers.matched", { count: number(matched), total: number(total) });
  return (
    <span class="layer-count" title={words}>
      <span aria-hidden="true">{compactNumber(matched, pageLanguage.value)}</span>
      <span class="spoken">{words}</span>
    </span>
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
