import { effect } from "@preact/signals";
import * as L from "leaflet";
import { clientConfig } from "../basemap/config.ts";
import { basemap } from "../basemap/view.ts";
import { basemapCredit, basemapState } from "../viewport/map-link.ts";

/** Raster ground below the structure; the plan's own ground needs none and no network. */

type Source = { url: string; credit: string; options: L.TileLayerOptions };

function sources(kind: "osm" | "tianditu", key: string | null): Source[] {
  if (kind === "osm") {
    return [
      {
        url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        credit: "© OpenStreetMap contributors",
        options: { maxNativeZoom: 19 },
      },
    ];
  }
  if (!key) return [];
  // vec is the map, cva its Chinese names; both in CGCS2000 Web Mercator (matrix set w).
  return ["vec", "cva"].map((set) => ({
    url: `https://t{s}.tianditu.gov.cn/${set}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${set}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
    credit: "© 天地图",
    options: { subdomains: "01234567", maxNativeZoom: 18 },
  }));
}

const FAILURES_BEFORE_SAYING_SO = 3;

export function startBasemap(map: L.Map): () => void {
  let shown: L.TileLayer[] = [];
  const clear = () => {
    for (const layer of shown) layer.remove();
    shown = [];
  };
  const stop = effect(() => {
    const kind = basemap.value;
    const key = clientConfig.value.tiandituKey;
    clear();
    basemapCredit.value = "";
    basemapState.value = "ok";
    if (kind === "plan") return;
    const wanted = sources(kind, key);
    if (wanted.length === 0) {
      basemapState.value = "no-key";
      return;
    }
    basemapCredit.value = wanted[0]?.credit ?? "";
    let failures = 0;
    for (const { url, options } of wanted) {
      // Fractional zooms show the tiles of the next whole zoom, scaled; tiles that fail leave the last good ones.
      const layer = L.tileLayer(url, {
        ...options,
        className: "plan-raster",
        keepBuffer: 4,
        updateWhenZooming: false,
        maxZoom: 18,
      });
      layer.on("tileerror", () => {
        failures += 1;
        if (failures >= FAILURES_BEFORE_SAYING_SO) basemapState.value = "failed";
      });
      layer.on("tileload", () => {
        failures = 0;
        if (basemapState.peek() === "failed") basemapState.value = "ok";
      });
      shown.push(layer.addTo(map));
    }
  });
  return () => {
    stop();
    clear();
  };
}
