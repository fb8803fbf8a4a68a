import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { SystemOptions } from "../../corners/system-options.tsx";
import { isComposing } from "../../keyboard/keyboard.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { pickedPlace } from "../../viewport/map-link.ts";
import { NO_TOOL, PLACE_TOOL, tool } from "../../viewport/tool.ts";
import type { Proposed } from "../proposed.ts";
import { convert } from "../requests.ts";
import { FeaturePick } from "./feature-pick.tsx";

/** The systems in which people have coordinates (product.md); X is easting or longitude. */
const SYSTEMS = ["EPSG:4490", "EPSG:4326", "EPSG:4548", "EPSG:4527", "EPSG:3857", "GCJ-02", "BD-09"] as const;
const STORE = "EPSG:4490";
/** A hundredth of a metre: a press says less. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7));
const pointAt = (lon: number, lat: number): Proposed => ({
  geometry: { type: "Point", coordinates: [rounded(lon), rounded(lat)] },
  sharedWith: null,
});

type Props = { code: string; place: Signal<Proposed | null> };

/** The place of a point: by a press on the map, by coordinates, or that of another feature. */
export function PlaceInput({ code, place }: Props) {
  useEffect(
    () => () => {
      if (tool.peek() === PLACE_TOOL) tool.value = NO_TOOL;
      pickedPlace.value = null;
    },
    [],
  );
  useEffect(() => {
    const picked = pickedPlace.value;
    if (picked) place.value = pointAt(picked[0], picked[1]);
  }, [pickedPlace.value]);
  const put = (proposed: Proposed) => {
    pickedPlace.value = null;
    place.value = proposed;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-pressed={tool.value === PLACE_TOOL}
        onClick={() => {
          tool.value = tool.peek() === PLACE_TOOL ? NO_TOOL : PLACE_TOOL;
        }}
      >
        {t("changes.press")}
      </button>
      {tool.value === PLACE_TOOL && <p class="note">{t("changes.press_note")}</p>}
      <Coordinates put={(lon, lat) => put(pointAt(lon, lat))} />
      <FeaturePick
        label={t("changes.share")}
        kind="point"
        except={code}
        pick={({ geometry, properties }) => {
          if (geometry) put({ geometry, sharedWith: properties.code });
        }}
      />
    </>
  );
}

/** Typed coordinates, which the server converts: it knows every system. */
function Coordinates({ put }: { put: (lon: number, lat: number) => void }) {
  const [x, y, crs, problem] = [useSignal(""), useSignal(""), useSignal<string>(STORE), useSignal("")];
  const use = async () => {
    const answer = await convert(x.value.trim(), y.value.trim(), crs.value);
    problem.value = answer.ok ? "" : problemText(answer.problem);
    const stored = answer.ok ? answer.data.coordinates.find((one) => one.crs === STORE) : undefined;
    if (stored?.x != null && stored.y != null) put(stored.x, stored.y);
  };
  const line = (name: "x" | "y", text: Signal<string>) => (
    <label>
      <span>{t(`changes.${name}` as const)}</span>
      <input
        name={name}
        inputMode="decimal"
        autocomplete="off"
        maxLength={32}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          // it is no wish to submit what is not finished
          if (event.key !== "Enter" || isComposing(event)) return;
          event.preventDefault();
          void use();
        }}
      />
    </label>
  );
  return (
    <div class="change-coordinates">
      {line("x", x)}
      {line("y", y)}
      <select
        name="crs"
        aria-label={t("changes.crs")}
        value={crs.value}
        onChange={({ currentTarget }) => {
          crs.value = currentTarget.value;
        }}
      >
        <SystemOptions systems={SYSTEMS} />
      </select>
      <button
        type="button"
        class="button"
        disabled={x.value.trim() === "" || y.value.trim() === ""}
        onClick={() => void use()}
      >
        {t("changes.use")}
      </button>
      {problem.value && <p role="alert">{problem.value}</p>}
    </div>
  );
}
