import type { PlanFeature } from "../../api/types.ts";
import { collectionDefinitions, drawOrder } from "../../catalogue.ts";
import { isLayerShown, type LayerState } from "../../layers/view.ts";
import { group, type Primitive } from "../../symbols/primitives.ts";
import { type Drawing, drawingOf, layerStyle, number } from "../../symbols/style.ts";
import type { LabelRequest } from "../labels/request.ts";
import { buildCoreCity, buildSubdistricts, buildUrbanClusters, buildZone } from "./areas.ts";
import { buildAxes } from "./axes.ts";
import { buildBelts } from "./belts.ts";
import type { HitTarget, SceneContext, ScenePart } from "./context.ts";
import { buildHubs } from "./hubs.ts";
import { buildLines } from "./lines.ts";
import { buildParks } from "./parks.ts";
import { buildPoints } from "./points.ts";
import { buildRailways, buildRoads } from "./roads.ts";
import { buildSites } from "./sites.ts";
import { buildWaterAreas, buildWaters } from "./waters.ts";

/** The whole sheet as ordered primitives: pure, so that the screen, the tests and the print paint the same. */

type Collections = ReadonlyMap<string, readonly PlanFeature[]>;
type Builder = (
  context: SceneContext,
  collection: string,
  features: readonly PlanFeature[],
  all: Collections,
) => ScenePart;
type OwnBuilder = (context: SceneContext, features: readonly PlanFeature[], all: Collections) => ScenePart;

/** By the drawing that the style table gives a collection. */
const builders: Readonly<Record<Drawing, Builder>> = {
  boundary: buildZone,
  division: buildSubdistricts,
  cluster: buildUrbanClusters,
  core: buildCoreCity,
  belt: buildBelts,
  river: buildWaters,
  water: buildWaterAreas,
  road: buildRoads,
  railway: buildRailways,
  axis: buildAxes,
  park: buildParks,
  hub: buildHubs,
};

/** A collection without a drawing of its own takes that of its geometry: another package, an uploaded overlay need no code. */
export function builderOf(collection: string, features: readonly PlanFeature[]): OwnBuilder {
  const build = builderFor(collection, features);
  return (context, list, all) => build(context, collection, list, all);
}

function builderFor(collection: string, features: readonly PlanFeature[]): Builder {
  const drawing = drawingOf(collection);
  if (drawing && builders[drawing]) return builders[drawing];
  const type =
    features.find((feature) => feature.geometry)?.geometry?.type ??
    collectionDefinitions.find((definition) => definition.id === collection)?.geometry_type ??
    "Point";
  if (type.endsWith("Polygon")) return buildSites;
  return type.endsWith("LineString") ? buildLines : buildPoints;
}

/** `tiled`: the opacity with which the pictures of the collection lie below its primitives, when it has some. */
export type SceneLayer = { id: string; primitives: Primitive[]; tiled?: number };
export type Scene = { layers: SceneLayer[]; labels: LabelRequest[]; hits: HitTarget[] };

/** The layers to paint, bottom to top: as the state has them, then those the state does not know yet. */
export function orderedLayers(state: readonly LayerState[], held: Iterable<string>): LayerState[] {
  const known = new Set(state.map((layer) => layer.id));
  // What the order does not name lies on top: an overlay somebody has just uploaded.
  const rank = (id: string) => (drawOrder.includes(id) ? drawOrder.indexOf(id) : drawOrder.length);
  const rest = [...held].filter((id) => !known.has(id)).sort((a, b) => rank(a) - rank(b));
  return [...state, ...rest.map((id) => ({ id, visible: state.length === 0, opacity: 1 }))];
}

/** The same context with everything but the selected feature gone. */
export function onlySelected(context: SceneContext): SceneContext {
  return { ...context, appearance: (_, feature) => (feature.id === context.selected?.code ? "normal" : "hidden") };
}

/** What somebody looks for is painted from however far. */
const isSought = ({ ranks }: SceneContext, features: readonly PlanFeature[]): boolean =>
  ranks !== undefined && features.some(({ id }) => ranks.has(id));

/** What is selected is seen where it is, also while its layer is off: nothing else of that layer. */
function paintSelectedAlone(scene: Scene, id: string, context: SceneContext, collections: Collections): void {
  const features = collections.get(id);
  if (!features || context.selected?.collection !== id) return;
  const own = builderOf(id, features)(onlySelected(context), features, collections);
  scene.layers.push({ id, primitives: group(1, [...own.under, ...own.over], true) });
  scene.labels.push(...own.labels);
  scene.hits.push(...own.hits);
}

export function buildScene(context: SceneContext, collections: Collections, state: readonly LayerState[]): Scene {
  const layers: SceneLayer[] = [];
  const scene: Scene = { layers, labels: [], hits: [] };
  const above: SceneLayer[] = [];
  for (const layer of orderedLayers(state, collections.keys())) {
    const features = collections.get(layer.id);
    const style = layerStyle(layer.id);
    if (!isLayerShown(layer)) {
      paintSelectedAlone(scene, layer.id, context, collections);
      continue;
    }
    const strength = layer.opacity * (context.selected ? style.fade : 1);
    const tiled = context.tiled?.has(layer.id) ? { tiled: strength } : {};
    if (!features || (context.zoom < number(style.min_zoom, 0) && !isSought(context, features))) {
      // Counted cells are there at every zoom.
      if (context.tiled?.has(layer.id)) layers.push({ id: layer.id, primitives: [], ...tiled });
      continue;
    }
    const isHome = context.selected?.collection === layer.id && strength < layer.opacity;
    // An area stays below what lies in it: it is painted in its turn, and the others of its layer fade one by one.
    const inTurn = isHome && style.kind === "area";
    const here = inTurn ? { ...context, beside: strength / layer.opacity } : context;
    const part = builderOf(layer.id, features)(here, features, collections);
    // Lines and signs are blended before they fade, or casings would shine through; areas have nothing to shine through.
    const blend = style.kind !== "area" && style.drawing !== "belt";
    const primitives = group(
      inTurn ? layer.opacity : strength,
      [...part.under, ...(style.drawing === "core" ? [] : part.over)],
      blend,
    );
    if (isHome && !inTurn) {
      // The selected feature does not fade with the rest of its layer.
      const own = builderOf(layer.id, features)(onlySelected(context), features, collections);
      primitives.push(...group(layer.opacity, [...own.under, ...own.over], true));
    }
    layers.push({ id: layer.id, primitives, ...tiled });
    if (style.drawing === "core") above.push({ id: layer.id, primitives: group(strength, part.over, true) });
    scene.labels.push(...(layer.opacity < 0.2 ? [] : part.labels));
    scene.hits.push(...part.hits);
  }
  for (const { id, primitives } of above) {
    // The ring lies above the belts when they follow the core city, as they do unless somebody has moved them.
    const last = layers.findLastIndex((layer) => layer.id === id || drawingOf(layer.id) === "belt");
    layers.splice(last + 1, 0, { id, primitives });
  }
  return scene;
}
