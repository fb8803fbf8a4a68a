import type { Geometry } from "geojson";
import type { PlanFeature } from "../../api/types.ts";
import { product } from "../../catalogue.ts";
import { feature } from "../../features/fixture.ts";
import { metresPerPixelAt, toUnit, worldSize } from "../../geo/mercator.ts";
import { byRevenue } from "../../symbols/badge.ts";
import { type SceneContext, screenProjection, widthFactor } from "./context.ts";

/** For tests: a context without a map, features with a geometry, and the real layers of gis-data. */

export function sceneContext(changes: Partial<SceneContext> = {}): SceneContext {
  const zoom = changes.zoom ?? 12;
  const width = changes.width ?? 1440;
  const height = changes.height ?? 900;
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  const [x, y] = toUnit((west + east) / 2, (south + north) / 2);
  const size = worldSize(zoom);
  return {
    project: screenProjection(zoom, x * size - width / 2, y * size - height / 2),
    width,
    height,
    zoom,
    metresPerPixel: metresPerPixelAt((south + north) / 2, zoom),
    k: widthFactor(zoom, false),
    compact: false,
    wide: true,
    theme: "light",
    language: "zh",
    horizon: 2025,
    badge: byRevenue,
    colourBy: "industry_chain",
    raster: false,
    appearance: () => "normal",
    selected: null,
    ...changes,
  };
}

export function featureOf(
  code: string,
  geometry: Geometry,
  properties: Partial<PlanFeature["properties"]> = {},
): PlanFeature {
  return { ...feature(code, properties), geometry };
}

const files = import.meta.glob<string>("../../../../gis-data/layers/*.geojson", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The package as it is: what the map will really be given. */
export function realLayers(): Map<string, PlanFeature[]> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const { features } = JSON.parse(text) as { features: PlanFeature[] };
      const complete = features.map((entry) => ({ ...entry, properties: { ...entry.properties, code: entry.id } }));
      return [path.replace(/^.*\/(.*)\.geojson$/, "$1"), complete];
    }),
  );
}
