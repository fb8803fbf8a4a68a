import { expect, test } from "vitest";
import { drawOrder, hiddenAtFirst, product } from "../../catalogue.ts";
import { toUnit, worldSize } from "../../geo/mercator.ts";
import { boxOf } from "../../geo/polygon.ts";
import { realLayers, sceneContext } from "../scene/fixture.ts";
import { buildScene } from "../scene/scene.ts";
import { axisBoxes } from "./axis-obstacles.ts";
import type { Measure } from "./block.ts";
import { placeLabels } from "./place.ts";

/** What panels leave of a window of 1440 × 900 that opens with the whole zone. */
const room = { width: 1044, height: 712 };
const state = drawOrder.map((id) => ({ id, visible: !hiddenAtFirst.has(id), opacity: 1 }));

/** Signs as near as this may take the place of a name. */
const NEAR_PX = 90;

/** As wide as the characters of the fonts are in the mean. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((sum, glyph) => sum + size * (glyph > "\u2e80" ? 1 : 0.55), 0);

/** The zoom at which the zone fits, in the steps of the map. */
function zoomToFit(): number {
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  const [[left, bottom], [right, top]] = [toUnit(west, south), toUnit(east, north)];
  const fits = (zoom: number) =>
    (right - left) * worldSize(zoom) <= room.width && (bottom - top) * worldSize(zoom) <= room.height;
  let zoom = 14;
  while (!fits(zoom)) zoom -= 0.05;
  return zoom;
}

test("every park that has a place is named when a desk shows the whole zone", () => {
  const layers = realLayers();
  const context = sceneContext({ ...room, zoom: zoomToFit() });
  const { labels, hits } = buildScene(context, layers, state);
  const signs = hits
    .filter(({ kind }) => kind === "point")
    .map(({ lines, reach }) => {
      const { left, top, right, bottom } = boxOf(lines);
      return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
    });
  const view = { left: 4, top: 4, right: room.width - 4, bottom: room.height - 4 };
  const placed = placeLabels(labels, [...signs, ...axisBoxes(hits)], view, measure);
  const named = placed.flatMap(({ request }) => (request.ref?.collection === "parks" ? [request.ref.code] : []));
  const parks = (layers.get("parks") ?? []).filter(({ geometry }) => geometry !== null).map(({ id }) => id);
  expect(parks).toHaveLength(9);
  const beside = (park: string) => {
    const own = hits.find(({ ref, kind }) => ref.code === park && kind === "point")?.lines[0]?.[0] ?? [0, 0];
    return hits.flatMap(({ ref, kind, lines }) => {
      const at = lines[0]?.[0];
      if (kind !== "point" || !at || ref.code === park) return [];
      return Math.hypot(at[0] - own[0], at[1] - own[1]) < NEAR_PX ? [`${ref.collection}/${ref.code}`] : [];
    });
  };
  const unnamed = parks.filter((park) => !named.includes(park));
  expect(unnamed.map((park) => `${park} has no room for its name beside ${beside(park).join(", ")}`)).toEqual([]);
});
