import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { mapRequest } from "../viewport/map-link.ts";
import "./map-tools.css";

/** Zoom, whole zone, and where north is. */
export function MapTools() {
  return (
    <div class="map-tools">
      {/* biome-ignore lint/a11y/useSemanticElements: a toolbar's group of buttons */}
      <div class="surface tool-stack" role="group" aria-label={t("map.zoom")} data-map-obstacle>
        <IconButton
          icon="plus"
          name={t("map.zoom_in")}
          onClick={() => {
            mapRequest.value = { kind: "zoom", by: 1 };
          }}
        />
        <IconButton
          icon="minus"
          name={t("map.zoom_out")}
          onClick={() => {
            mapRequest.value = { kind: "zoom", by: -1 };
          }}
        />
        <IconButton
          icon="locate"
          name={t("map.whole_zone")}
          onClick={() => {
            mapRequest.value = { kind: "whole" };
          }}
        />
      </div>
      <div class="surface north" role="img" aria-label={t("map.north")} data-map-obstacle>
        <svg width="26" height="40" viewBox="0 0 26 40" aria-hidden="true">
          <text x="13" y="10" text-anchor="middle" font-size="11" font-weight="800" fill="var(--i1)">
            N
          </text>
          <path d="M13 13L20 37L13 32Z" fill="none" stroke="var(--i1)" stroke-width="1.4" stroke-linejoin="round" />
          <path d="M13 13L6 37L13 32Z" fill="var(--i1)" stroke="var(--i1)" stroke-width="1.4" stroke-linejoin="round" />
        </svg>
      </div>
    </div>
  );
}
