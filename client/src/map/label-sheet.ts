import type * as L from "leaflet";
import type { Box } from "../geo/line.ts";
import { boxOf, grown } from "../geo/polygon.ts";
import type { Primitive } from "../symbols/primitives.ts";
import { axisBoxes } from "./labels/axis-obstacles.ts";
import type { Measure } from "./labels/block.ts";
import { labelPrimitives } from "./labels/paint.ts";
import { type PlacedLabel, placeLabels } from "./labels/place.ts";
import { obstacleBoxes } from "./obstacles.ts";
import { buildOffViewHubs } from "./off-view.ts";
import type { PlanLayer } from "./plan-layer.ts";
import type { HitTarget, SceneContext } from "./scene/context.ts";
import { neighbourLabels } from "./scene/ground.ts";
import type { Scene } from "./scene/scene.ts";
import { nameTiles, type TileNames } from "./tiles/names.ts";
import type { TileSheet } from "./tiles/tile-sheet.ts";

/** The names of a view, and the arrows to what lies beyond it. */
export type LabelSheet = {
  view: Box;
  labels: PlacedLabel[];
  names: TileNames;
  /** The arrows can be pressed. */
  hits: readonly HitTarget[];
  primitives: Primitive[];
};

const AIR_PX = 4;

/** Places the names of a scene and of the tiles in what the view leaves free of panels, signs and counted cells. */
export function buildLabels(
  map: L.Map,
  layer: PlanLayer,
  { context, scene }: { context: SceneContext; scene: Scene },
  tiles: TileSheet,
  measure: Measure,
): LabelSheet {
  const view = layer.view();
  const panels = obstacleBoxes(map.getContainer(), layer.offset());
  const signs = scene.hits
    .filter((target) => target.kind === "point")
    .map(({ lines, reach }) => grown(boxOf(lines), reach));
  const edge = buildOffViewHubs(context, map, panels, signs, view, measure);
  const names = nameTiles(context, tiles.visible(), view);
  const cells = tiles.cells().map(({ at: [x, y], r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const chosen = new Set(scene.labels.map(({ key }) => key));
  const requests = [
    ...scene.labels,
    // what is selected is named by the scene
    ...names.labels.filter(({ key }) => !chosen.has(key)),
    ...neighbourLabels(context),
  ];
  const labels = placeLabels(
    requests,
    [...panels, ...signs, ...names.obstacles, ...cells, ...edge.boxes, ...axisBoxes(scene.hits)],
    // A name is whole in the view or not there.
    grown(view, -AIR_PX),
    measure,
  );
  const texts = labels.flatMap(labelPrimitives);
  return { view, labels, names, hits: edge.hits, primitives: [...texts, ...edge.primitives] };
}
