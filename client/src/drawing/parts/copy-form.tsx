import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PlanFeature } from "../../api/types.ts";
import { kindOfGeometry } from "../../catalogue.ts";
import { findOption, heldWhere, optionOf } from "../../features/held-options.ts";
import { isComposing } from "../../keyboard/keyboard.ts";
import { formatAccuracy } from "../../language/format.ts";
import { featureName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { selectedFeature } from "../../selection/selected.ts";
import { canAdd, candidate, propose, takeCandidate } from "../candidate.ts";
import { fromFeature, SURVEYED_M } from "../from-feature.ts";

const hasOutline = (feature: PlanFeature): boolean =>
  feature.geometry !== null && kindOfGeometry(feature.geometry.type) === "area";

/** The outline of a feature as a drawing to start from: seen first, then taken. */
export function CopyForm() {
  const chosen = useSignal<PlanFeature | null>(null);
  const isUnknown = useSignal(false);
  useEffect(() => () => propose(null), []);
  const all = heldWhere(hasOutline);
  const selected = selectedFeature.value?.feature;
  const choose = (feature: PlanFeature | undefined) => {
    const drawn = feature && fromFeature(feature);
    chosen.value = drawn ? feature : null;
    const accuracy = feature?.properties.accuracy_m ?? null;
    const isSchematic = accuracy === null || accuracy > SURVEYED_M;
    propose(drawn ? { drawn, labels: [], isSchematic } : null);
  };
  const find = (said: string) => {
    const found = findOption(all, said);
    isUnknown.value = said !== "" && !found;
    choose(found);
  };
  const accuracy = chosen.value?.properties.accuracy_m ?? null;
  return (
    <div class="draw-form">
      <label>
        {t("draw.copy_name")}
        <input
          list="draw-copy"
          autocomplete="off"
          onChange={({ currentTarget }) => find(currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !isComposing(event)) find(event.currentTarget.value.trim());
          }}
        />
      </label>
      <datalist id="draw-copy">
        {all.map((feature) => (
          <option key={feature.properties.code} value={optionOf(feature)} />
        ))}
      </datalist>
      {selected && hasOutline(selected) && (
        <button type="button" class="button" onClick={() => choose(selected)}>
          {t("draw.copy_selected", { name: featureName(selected) })}
        </button>
      )}
      {isUnknown.value && <p role="alert">{t("draw.copy_unknown")}</p>}
      {chosen.value && candidate.value && (
        <div role="status" class="draw-form">
          {accuracy !== null && accuracy > SURVEYED_M && (
            <p class="note">
              {t("draw.copy_schematic", {
                name: featureName(chosen.value),
                accuracy: formatAccuracy(accuracy, language.value),
              })}
            </p>
          )}
          <button type="button" class="button button-primary" onClick={() => takeCandidate("replace")}>
            {t("draw.copy_take")}
          </button>
          {canAdd() && (
            <button type="button" class="button" onClick={() => takeCandidate("add")}>
              {t("draw.copy_add")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
