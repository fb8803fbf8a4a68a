import { useComputed } from "@preact/signals";
import { collectionDefinitions, vocabularies } from "../catalogue.ts";
import { Icon } from "../controls/icons.tsx";
import { Popover } from "../controls/popover.tsx";
import { appearance, collections } from "../features/plan.ts";
import { formatAccuracyRange } from "../language/format.ts";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";

type Row = { definition: (typeof collectionDefinitions)[number]; from: number; to: number };

/** How far each layer that is drawn may be from the truth. */
function accuracyRows(): Row[] {
  return collectionDefinitions.flatMap((definition) => {
    if (!isLayerVisible(layers.value, definition.id)) return [];
    const drawn = (collections.value.get(definition.id) ?? []).filter(
      (feature) => feature.geometry !== null && appearance.value(definition.id, feature) !== "hidden",
    );
    const metres = drawn.flatMap(({ properties }) => (properties.accuracy_m === null ? [] : [properties.accuracy_m]));
    return metres.length > 0 ? [{ definition, from: Math.min(...metres), to: Math.max(...metres) }] : [];
  });
}

/** The same for all together, in words; null while nothing is drawn. */
export function accuracyRange(rows: readonly Row[] = accuracyRows()): string | null {
  if (rows.length === 0) return null;
  const from = Math.min(...rows.map((row) => row.from));
  const to = Math.max(...rows.map((row) => row.to));
  return t("accuracy.schematic", { accuracy: formatAccuracyRange(from, to, language.value) });
}

/** How far what is drawn may be from the truth, always in sight; press for each layer and the reasons. */
export function AccuracyBadge() {
  const rows = useComputed(accuracyRows);
  const range = accuracyRange(rows.value);
  if (range === null) return null;
  const inferred = vocabularies.get("placement")?.terms.find(({ code }) => code === "inferred");
  return (
    <Popover
      label={t("accuracy.badge", { range })}
      heading={t("accuracy.title")}
      buttonClass="accuracy-badge"
      button={
        <>
          <Icon name="ruler" size={16} />
          <span data-map-obstacle>{range}</span>
          <Icon name="up" size={12} />
        </>
      }
    >
      {() => (
        <>
          <p class="note">{t("accuracy.why")}</p>
          <p class="note">{t("accuracy.inferred", { inferred: inferred ? inLanguage(inferred) : "" })}</p>
          <ul class="accuracy-rows">
            {rows.value.map(({ definition, from: least, to: most }) => (
              <li key={definition.id}>
                <span>{inLanguage(definition.title)}</span>
                <strong>{formatAccuracyRange(least, most, language.value)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
}
