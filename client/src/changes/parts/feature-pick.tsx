import { useSignal } from "@preact/signals";
import type { PlanFeature } from "../../api/types.ts";
import { type GeometryKind, kindOfGeometry } from "../../catalogue.ts";
import { findOption, heldWhere, optionOf } from "../../features/held-options.ts";
import { featureName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { selectedFeature } from "../../selection/selected.ts";

type Props = {
  label: string;
  kind: GeometryKind;
  /** The code of the feature that is corrected: its own place is no other's. */
  except: string;
  pick: (feature: PlanFeature) => void;
};

/** Another feature with a place of a kind: by its name, or the one that was pressed on the map. */
export function FeaturePick({ label, kind, except, pick }: Props) {
  const isUnknown = useSignal(false);
  const fits = (feature: PlanFeature) =>
    feature.properties.code !== except && feature.geometry !== null && kindOfGeometry(feature.geometry.type) === kind;
  const selected = selectedFeature.value?.feature;
  const all = heldWhere(fits);
  return (
    <div class="change-pick">
      <label>
        <span>{label}</span>
        <input
          list={`change-pick-${kind}`}
          autocomplete="off"
          placeholder={t("changes.pick_name")}
          onChange={({ currentTarget: { value } }) => {
            const found = findOption(all, value.trim());
            isUnknown.value = value.trim() !== "" && !found;
            if (found) pick(found);
          }}
        />
      </label>
      <datalist id={`change-pick-${kind}`}>
        {all.map((feature) => (
          <option key={optionOf(feature)} value={optionOf(feature)} />
        ))}
      </datalist>
      {isUnknown.value && <p role="alert">{t("changes.pick_unknown")}</p>}
      {selected && fits(selected) && (
        <button type="button" class="button" onClick={() => pick(selected)}>
          {t("changes.pick_selected", { name: featureName(selected) })}
        </button>
      )}
    </div>
  );
}
