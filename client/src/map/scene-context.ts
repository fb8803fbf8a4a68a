import type * as L from "leaflet";
import { shownTheme } from "../appearance/view.ts";
import { basemap } from "../basemap/view.ts";
import { emphasis } from "../features/emphasis.ts";
import { appearance } from "../features/plan.ts";
import { statusShown } from "../features/status-shown.ts";
import { colourBy } from "../filter/view.ts";
import { metresPerPixelAt } from "../geo/mercator.ts";
import { horizon } from "../horizon/view.ts";
import { profileNames } from "../language/catalogue-words.ts";
import { pageLanguage } from "../language/view.ts";
import { selection } from "../selection/view.ts";
import { badgeMeasure } from "../targets/badge-measure.ts";
import { bubbles } from "../unplaced/bubbles.ts";
import type { Frame } from "./frame.ts";
import { type SceneContext, screenProjection, widthFactor } from "./scene/context.ts";

const PHONE = 768;
const WIDE = 1024;

/** What the signals and the map say now, for the scene of a frame; plan-map.ts repaints when one of them changes. */
export function sceneContextOf(map: L.Map, frame: Frame, tiled: ReadonlySet<string>): SceneContext {
  const size = map.getSize();
  const compact = size.x < PHONE;
  const chosen = selection.peek();
  const ranks = emphasis.peek()?.ranks;
  const names = profileNames.peek();
  return {
    project: screenProjection(frame.zoom, frame.left, frame.top),
    width: frame.width,
    height: frame.height,
    zoom: frame.zoom,
    metresPerPixel: metresPerPixelAt(map.getCenter().lat, frame.zoom),
    k: widthFactor(frame.zoom, compact),
    compact,
    wide: size.x >= WIDE,
    theme: shownTheme.peek(),
    language: pageLanguage.peek(),
    horizon: horizon.peek(),
    badge: badgeMeasure.peek(),
    colourBy: colourBy.peek(),
    confirmed: statusShown.peek() === "confirmed",
    raster: basemap.peek() !== "plan",
    appearance: appearance.peek(),
    selected: chosen.kind === "feature" ? { collection: chosen.collection, code: chosen.code } : null,
    tiled,
    bubbles: bubbles.peek(),
    ...(ranks ? { ranks } : {}),
    ...(names ? { names } : {}),
  };
}
