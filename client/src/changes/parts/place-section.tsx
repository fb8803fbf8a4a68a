import type { Signal } from "@preact/signals";
import type { PlanFeature } from "../../api/types.ts";
import { kindOfCollection } from "../../catalogue.ts";
import { t } from "../../language/t.ts";
import { placeText } from "../place-text.ts";
import { PlacesLegend } from "../places-legend.tsx";
import type { Proposed } from "../proposed.ts";
import { DrawShape } from "./draw-shape.tsx";
import { PlaceInput } from "./place-input.tsx";
import { ShapeInput } from "./shape-input.tsx";

type Props = {
  collection: string;
  feature: PlanFeature;
  place: Signal<Proposed | null>;
  isDrawing: Signal<boolean>;
};

/** Where it stands and where it shall, and the ways to say so. */
export function PlaceSection({ collection, feature, place, isDrawing }: Props) {
  const { geometry, properties } = feature;
  const shown = place.value ? place.value.geometry : geometry;
  return (
    <fieldset class="change-place">
      <legend>{t("changes.place")}</legend>
      <p aria-live="polite" data-place>
        {placeText(shown)}
      </p>
      {place.value && (
        <>
          <PlacesLegend />
          <button
            type="button"
            class="button"
            onClick={() => {
              place.value = null;
            }}
          >
            {t("changes.place_back", { place: placeText(geometry) })}
          </button>
        </>
      )}
      {kindOfCollection(collection) === "point" ? (
        <PlaceInput code={properties.code} place={place} />
      ) : (
        <>
          <DrawShape collection={collection} feature={feature} place={place} isDrawing={isDrawing} />
          <ShapeInput collection={collection} code={properties.code} standing={geometry} place={place} />
        </>
      )}
      {shown && (
        <button
          type="button"
          class="button"
          onClick={() => {
            place.value = { geometry: null, sharedWith: null };
          }}
        >
          {t("changes.place_none")}
        </button>
      )}
    </fieldset>
  );
}
