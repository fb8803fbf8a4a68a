import { useSignal } from "@preact/signals";
import type { Geometry } from "geojson";
import { useEffect } from "preact/hooks";
import type { Conflict } from "../../api/answers.ts";
import type { PlanFeature } from "../../api/types.ts";
import { PlaceChoice } from "../../changes/place-choice.tsx";
import { placeText } from "../../changes/place-text.ts";
import type { Proposed } from "../../changes/proposed.ts";
import { outlinesOf } from "../../geo/outlines.ts";
import { t } from "../../language/t.ts";
import { type Choice, takenOf } from "../choice.ts";
import { Sides } from "./sides.tsx";

const SIDE = 96;
const EDGE = 6;
const geometryOf = (state: Conflict["mine"]): Geometry | null => (state?.geometry ?? null) as Geometry | null;

type Props = { conflict: Conflict; choice: Choice; choose: ((geometry: Choice["geometry"]) => void) | null };

/** The place in its three versions, to one scale; one of them is taken, or another is given. */
export function PlaceSides({ conflict, choice, choose }: Props) {
  const { position, collection, code, geometry: change } = conflict;
  const places = [conflict.ancestor, conflict.mine, conflict.theirs].map(geometryOf);
  const paths = outlinesOf(places, SIDE, EDGE);
  const place = useSignal<Proposed | null>(null);
  const isDrawing = useSignal(false);
  useEffect(() => {
    if (place.value) choose?.(place.value.geometry ? { drawn: place.value.geometry } : null);
  }, [place.value]);
  const drawn = choice.geometry !== null && typeof choice.geometry === "object" ? choice.geometry.drawn : null;
  const chosen = typeof choice.geometry === "string" ? choice.geometry : undefined;
  const cell = (at: number) => (
    <>
      <svg class="conflict-outline" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        {paths[at] && <path d={paths[at]} fill-rule="evenodd" />}
      </svg>
      {placeText(places[at] ?? null)}
    </>
  );
  return (
    <>
      <Sides
        name={`conflict-${position}-place`}
        what={t("conflicts.place")}
        change={change ?? "alike"}
        cells={{ ancestor: cell(0), mine: cell(1), theirs: cell(2) }}
        taken={drawn ? null : takenOf(change ?? "alike", chosen)}
        choose={choose && change === "both" ? choose : null}
      />
      {drawn && <p role="status">{t("conflicts.drawn", { place: placeText(drawn) })}</p>}
      {choose && (
        <details>
          <summary>{t("conflicts.draw")}</summary>
          <PlaceChoice
            collection={collection}
            feature={{ type: "Feature", geometry: places[2], properties: { code } } as unknown as PlanFeature}
            place={place}
            isDrawing={isDrawing}
          />
        </details>
      )}
    </>
  );
}
