import { product } from "../catalogue.ts";
import { t } from "../i18n/t.ts";
import { basemapState, mapRequest } from "../state/map-link.ts";
import { attributions } from "../state/sources.ts";
import { basemap, mapView } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";

/** Tiles of a base map that do not come: the plan stays, and the page says what is missing. */
export function BasemapStrip() {
  const state = basemapState.value;
  if (basemap.value === "plan" || state === "ok") return null;
  return (
    <div class="strip" role="status" data-map-obstacle>
      <Icon name="warning" size={16} />
      <span>{t(state === "no-key" ? "basemap.no_key" : "basemap.failed")}</span>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          basemap.value = "plan";
        }}
      >
        {t("basemap.back_to_plan")}
      </button>
    </div>
  );
}

/** Who has wandered off the zone sees the way back. */
export function ReturnToZone() {
  const view = mapView.value;
  const [west = 0, south = 0, east = 0, north = 0] = product.bbox;
  const near = (value: number, from: number, to: number) => value > 2 * from - to && value < 2 * to - from;
  if (!view || (near(view.lon, west, east) && near(view.lat, south, north) && view.zoom >= 9.5)) return null;
  return (
    <button
      type="button"
      class="button return-to-zone"
      data-map-obstacle
      onClick={() => {
        mapRequest.value = { kind: "zone" };
      }}
    >
      <Icon name="locate" size={16} />
      {t("map.whole_zone")}
    </button>
  );
}

/** Whoever's data is drawn is named on the map, as their licence asks. */
export function Attribution() {
  const names = attributions.value;
  return names.length > 0 ? <p class="attribution">{names.join(" · ")}</p> : null;
}
