import { forgetParts, isPartMissing, retryParts } from "../api/lazy-part.ts";
import { basemap } from "../basemap/view.ts";
import { product } from "../catalogue.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { formatNumber } from "../language/format.ts";
import { collectionTitle } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { attributions } from "../layers/attributions.ts";
import { basemapCredit, basemapState, mapRequest, thinned, tilesState } from "../viewport/map-link.ts";
import { mapView } from "../viewport/view.ts";

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

/** What the map does not draw singly is said, quietly: nothing is left out without a word. */
export function ThinnedLine() {
  const notes = thinned.value;
  const reduced = notes.filter(({ how }) => how === "reduced").map(({ collection }) => collectionTitle(collection));
  const words = [
    ...notes
      .filter(({ how }) => how === "counted")
      .map(({ collection, number }) =>
        t("thinned.counted", { name: collectionTitle(collection), count: formatNumber(number, language.value) }),
      ),
    ...(reduced.length > 0 ? [t("thinned.reduced", { names: reduced.join(t("list.separator")) })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <p class="thinned-line" data-map-obstacle>
      {words.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}

/** Tiles of a large collection that do not come: what is there stays, and is asked for again. */
export function TilesStrip() {
  if (tilesState.value !== "failed") return null;
  return (
    <div class="strip" role="status" data-map-obstacle>
      <Icon name="warning" size={16} />
      <span>{t("tiles.failed")}</span>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          mapRequest.value = { kind: "tiles-again" };
        }}
      >
        {t("states.retry")}
      </button>
    </div>
  );
}

/** A part of the program that was wanted and did not come. */
export function PartsStrip() {
  if (!isPartMissing.value) return null;
  return (
    <div class="strip" role="alert" data-map-obstacle>
      <Icon name="warning" size={16} />
      <span>{t("parts.missing")}</span>
      <button type="button" class="button button-quiet" onClick={() => void retryParts()}>
        {t("states.retry")}
      </button>
      <IconButton icon="close" name={t("parts.dismiss")} size={14} small onClick={forgetParts} />
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
        mapRequest.value = { kind: "whole" };
      }}
    >
      <Icon name="locate" size={16} />
      {t("map.whole_zone")}
    </button>
  );
}

/** Whoever's data is drawn, or lies below it, is named on the map, as their licence asks: what is drawn first. */
export function Attribution() {
  const names = [
    ...attributions.value,
    ...(basemapCredit.value ? [t("basemap.credit", { name: basemapCredit.value })] : []),
  ];
  return names.length > 0 ? (
    <p class="attribution" data-map-obstacle>
      {names.join(" · ")}
    </p>
  ) : null;
}
