import { type Signal, useSignal } from "@preact/signals";
import { kindOfCollection } from "../../catalogue.ts";
import { SystemOptions } from "../../corners/system-options.tsx";
import { t } from "../../language/t.ts";
import { showPlaces } from "../compare.ts";
import { PASTED_SYSTEMS, type PastedSystem, readGeometry } from "../geometry-text.ts";
import { placeText } from "../place-text.ts";
import { asStored, type Proposed } from "../proposed.ts";
import { FeaturePick } from "./feature-pick.tsx";

type Props = {
  collection: string;
  code: string;
  standing: Proposed["geometry"] | null;
  place: Signal<Proposed | null>;
};

/** The place of a line or an area: that of another feature, or what is pasted; it is seen on the map before it is taken. */
export function ShapeInput({ collection, code, standing, place }: Props) {
  const kind = kindOfCollection(collection);
  const [text, system, fault] = [useSignal(""), useSignal<PastedSystem>("EPSG:4490"), useSignal("")];
  const candidate = useSignal<Proposed | null>(null);
  const offer = (proposed: Proposed | null) => {
    candidate.value = proposed;
    if (proposed) showPlaces([{ before: standing, after: proposed.geometry }]);
  };
  const read = () => {
    const found = readGeometry(text.value, kind, system.value);
    fault.value = "fault" in found ? t(`changes.${found.fault}` as const) : "";
    offer("geometry" in found ? { geometry: asStored(collection, found.geometry), sharedWith: null } : null);
  };
  return (
    <>
      <FeaturePick
        label={t("changes.same_shape")}
        kind={kind}
        except={code}
        pick={({ geometry, properties }) => {
          if (geometry) offer({ geometry: asStored(collection, geometry), sharedWith: properties.code });
        }}
      />
      <label>
        <span>{t("changes.paste")}</span>
        <textarea
          name="pasted"
          rows={3}
          spellcheck={false}
          maxLength={2_000_000}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      <div class="change-coordinates">
        <select
          name="crs"
          aria-label={t("changes.crs")}
          value={system.value}
          onChange={({ currentTarget }) => {
            system.value = currentTarget.value as PastedSystem;
          }}
        >
          <SystemOptions systems={PASTED_SYSTEMS} />
        </select>
        <button type="button" class="button" disabled={text.value.trim() === ""} onClick={read}>
          {t("changes.preview")}
        </button>
      </div>
      {fault.value && <p role="alert">{fault.value}</p>}
      {candidate.value && (
        <div class="change-candidate" role="status">
          <p>{placeText(candidate.value.geometry)}</p>
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              place.value = candidate.peek();
              candidate.value = null;
            }}
          >
            {t("changes.take")}
          </button>
        </div>
      )}
    </>
  );
}
