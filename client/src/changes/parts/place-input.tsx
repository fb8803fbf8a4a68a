import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { collections, findFeature } from "../../features/plan.ts";
import { featureName } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { pickedPlace } from "../../viewport/map-link.ts";
import { NO_TOOL, PLACE_TOOL, tool } from "../../viewport/tool.ts";
import { convert } from "../requests.ts";

/** A point of the plan, and whose it is when it is shared. */
export type Place = { lon: number; lat: number; sharedWith: string | null };

/** The systems in which people have coordinates (product.md); X is easting or longitude. */
const SYSTEMS = ["EPSG:4490", "EPSG:4326", "EPSG:4548", "EPSG:4527", "EPSG:3857", "GCJ-02", "BD-09"] as const;
const STORE = "EPSG:4490";
/** A hundredth of a metre: a press says less. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7));

/** A place by a press on the map, by coordinates, or that of another feature. */
export function PlaceInput({ place }: { place: Signal<Place | null> }) {
  const problem = useSignal("");
  useEffect(
    () => () => {
      if (tool.peek() === PLACE_TOOL) tool.value = NO_TOOL;
      pickedPlace.value = null;
    },
    [],
  );
  useEffect(() => {
    const picked = pickedPlace.value;
    if (picked) place.value = { lon: rounded(picked[0]), lat: rounded(picked[1]), sharedWith: null };
  }, [pickedPlace.value]);

  const typed = async (box: HTMLElement) => {
    const field = (name: string) =>
      box.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? "";
    const answer = await convert(field("x"), field("y"), field("crs"));
    const stored = answer.ok ? answer.data.coordinates.find(({ crs }) => crs === STORE) : undefined;
    problem.value = answer.ok ? "" : problemText(answer.problem);
    if (stored?.x != null && stored.y != null) place.value = { lon: stored.x, lat: stored.y, sharedWith: null };
  };
  const share = (text: string) => {
    const [collection, code] = text.split("/");
    const geometry = collection && code ? findFeature(collection, code)?.geometry : undefined;
    if (geometry?.type !== "Point" || !code) return;
    const [lon, lat] = geometry.coordinates;
    if (lon !== undefined && lat !== undefined) place.value = { lon, lat, sharedWith: code };
  };
  return (
    <fieldset class="change-place">
      <legend>{t("changes.place")}</legend>
      <p aria-live="polite" data-place>
        {place.value ? `${place.value.lon.toFixed(6)}, ${place.value.lat.toFixed(6)}` : t("changes.no_place")}
      </p>
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
      <Coordinates done={typed} />
      {problem.value && <p role="alert">{problem.value}</p>}
      <label>
        <span>{t("changes.share")}</span>
        <select onChange={(event) => share(event.currentTarget.value)}>
          <option value="" />
          {[...collections.value].flatMap(([collection, features]) =>
            features
              .filter((feature) => feature.geometry?.type === "Point")
              .map((feature) => (
                <option key={feature.id} value={`${collection}/${feature.properties.code}`}>
                  {featureName(feature)}
                </option>
              )),
          )}
        </select>
      </label>
    </fieldset>
  );
}

function Coordinates({ done }: { done: (box: HTMLElement) => void }) {
  return (
    <div class="change-coordinates">
      <input name="x" inputMode="decimal" aria-label={t("changes.x")} placeholder={t("changes.x")} />
      <input name="y" inputMode="decimal" aria-label={t("changes.y")} placeholder={t("changes.y")} />
      <select name="crs" aria-label={t("changes.crs")}>
        {SYSTEMS.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </select>
      <button
        type="button"
        class="button"
        onClick={({ currentTarget: { parentElement } }) => parentElement && done(parentElement)}
      >
        {t("changes.use")}
      </button>
    </div>
  );
}
