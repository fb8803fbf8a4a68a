import type * as L from "leaflet";
import type { Box } from "../geo/line.ts";
import { fromUnit, metresPerPixelAt, worldSize } from "../geo/mercator.ts";
import { boxOf } from "../geo/polygon.ts";
import type { FeatureRef } from "../state/map-link.ts";
import { appearance, collections } from "../state/plan.ts";
import { shownFeatures } from "../state/shown.ts";
import { basemap, colourBy, horizon, hovered, language, layers, selection, shownTheme } from "../state/view.ts";
import { group, type Point, type Primitive } from "../symbols/primitives.ts";
import { createPainter } from "./canvas-painter.ts";
import { axisBoxes } from "./labels/axis-obstacles.ts";
import { canvasMeasure } from "./labels/measure.ts";
import { type PlacedLabel, placeLabels } from "./labels/place.ts";
import { obstacleBoxes } from "./obstacles.ts";
import { drawOffViewHubs } from "./off-view.ts";
import type { PlanLayer } from "./plan-layer.ts";
import { type HitTarget, type SceneContext, screenProjection, widthFactor } from "./scene/context.ts";
import { drawGround, neighbourLabels } from "./scene/ground.ts";
import { HOVERED, highlight, SELECTED } from "./scene/highlight.ts";
import { buildScene, drawerOf, onlySelected, type Scene } from "./scene/scene.ts";

/** From the signals to the canvases: builds the scene of the current frame, paints it, places the labels. */

const PHONE = 768;
const WIDE = 1024;

export type Drawing = {
  context: SceneContext;
  scene: Scene;
  labels: PlacedLabel[];
  /** What can be pressed: the scene, and the arrows to what lies beyond the window. */
  hits: readonly HitTarget[];
  view: Box;
};

export function createDrawing(map: L.Map, layer: PlanLayer) {
  const paint = createPainter(layer.pixelRatio);
  const measure = canvasMeasure();
  let current: Drawing | null = null;
  let highlighted = false;
  let paintedGround: { key: string; collections: unknown } = { key: "", collections: null };

  const contextOf = (): SceneContext => {
    const frame = layer.reset();
    const size = map.getSize();
    const compact = size.x < PHONE;
    const chosen = selection.peek();
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
      language: language.peek(),
      horizon: horizon.peek(),
      colourBy: colourBy.peek(),
      raster: basemap.peek() !== "plan",
      appearance: appearance.peek(),
      selected: chosen.kind === "feature" ? { collection: chosen.collection, code: chosen.code } : null,
    };
  };

  /** Everything: after a move, or when what is drawn has changed. */
  const drawAll = (): Drawing => {
    const context = contextOf();
    const frame = layer.frame as NonNullable<PlanLayer["frame"]>;
    const corner = cornerOf(layer);
    const size = worldSize(frame.zoom);
    const inverse = ([x, y]: readonly [number, number]) => fromUnit((x + frame.left) / size, (y + frame.top) / size);
    const scene = buildScene(context, collections.peek(), layers.peek());
    // The zone at the bottom of the order belongs to the ground: it stays when something is selected.
    const ground = scene.layers[0]?.id === "zone" ? scene.layers.shift() : undefined;
    // A filter or a selection leaves the ground as it is: half of the painting is saved.
    const groundKey = JSON.stringify([
      frame,
      context.theme,
      context.raster,
      layers.peek().find((entry) => entry.id === "zone"),
      ground === undefined,
    ]);
    if (groundKey !== paintedGround.key || collections.peek() !== paintedGround.collections) {
      paint(layer.context("ground"), [...drawGround(context, inverse), ...(ground?.primitives ?? [])], corner);
      paintedGround = { key: groundKey, collections: collections.peek() };
    }
    paint(
      layer.context("structure"),
      scene.layers.flatMap((entry) => entry.primitives),
      corner,
    );

    const view: Box = {
      left: frame.marginX,
      top: frame.marginY,
      right: frame.width - frame.marginX,
      bottom: frame.height - frame.marginY,
    };
    const panels = obstacleBoxes(map.getContainer(), frame);
    const edge = drawOffViewHubs(context, map, panels, view, measure);
    const signs = scene.hits
      .filter((target) => target.kind === "point")
      .map(({ lines, reach }) => grown(boxOf(lines), reach));
    const requests = [...scene.labels, ...neighbourLabels(context)];
    const labels = placeLabels(
      requests,
      [...panels, ...signs, ...edge.boxes, ...axisBoxes(scene.hits)],
      // A name is whole in the view or not there.
      { left: view.left + 4, top: view.top + 4, right: view.right - 4, bottom: view.bottom - 4 },
      measure,
    );
    const texts = labels.flatMap(({ request, texts: runs }) => group(request.opacity, runs));
    paint(layer.context("labels"), [...texts, ...edge.primitives], corner);
    current = { context, scene, labels, hits: [...scene.hits, ...edge.hits], view };
    drawHighlight();
    return current;
  };

  /** Only the outline of what is selected and of what the pointer is over. */
  const drawHighlight = (): void => {
    if (!current) return;
    const chosen = selection.peek();
    const over = hovered.peek();
    const items: Primitive[] = [];
    if (
      over.kind === "feature" &&
      !(chosen.kind === "feature" && chosen.collection === over.collection && chosen.code === over.code)
    ) {
      items.push(...highlightOf(current, over, HOVERED));
    }
    for (const ref of shownFeatures.peek()?.placed ?? []) {
      if (!(chosen.kind === "feature" && chosen.collection === ref.collection && chosen.code === ref.code))
        items.push(...highlightOf(current, ref, SELECTED));
    }
    if (chosen.kind === "feature") items.push(...highlightOf(current, chosen, SELECTED));
    // An empty sheet that stays empty is not touched: clearing it would have the browser copy it.
    if (items.length > 0 || highlighted) paint(layer.context("highlight"), items, cornerOf(layer));
    highlighted = items.length > 0;
  };

  const highlightOf = ({ context, scene }: Drawing, ref: FeatureRef, weight: typeof SELECTED): Primitive[] => {
    // The circle of a park is drawn in its own layer; its badge stands for it here.
    const targets = scene.hits.filter(
      ({ ref: own, kind }) =>
        own.collection === ref.collection && own.code === ref.code && !(ref.collection === "parks" && kind === "line"),
    );
    const features = collections.peek().get(ref.collection) ?? [];
    const feature = features.find((entry) => entry.id === ref.code);
    if (!feature || targets.length === 0) return [];
    // A point keeps the place it was fanned out to; lines and areas are drawn again on top of their outline.
    const isPoint = targets.every((target) => target.kind === "point");
    // What lies inside an area stays as it is: only the outline is added.
    const isArea = targets.some((target) => target.kind === "area");
    const only = onlySelected({ ...context, selected: { collection: ref.collection, code: ref.code } });
    const drawn = drawerOf(ref.collection, features)(only, features, collections.peek());
    const own = isPoint ? moved(drawn.over, drawn.hits[0], targets[0]) : isArea ? [] : [...drawn.under, ...drawn.over];
    return highlight(context, targets, own, weight);
  };

  return { drawAll, drawHighlight, current: () => current };
}

const cornerOf = ({ frame }: PlanLayer): Point => [frame?.left ?? 0, frame?.top ?? 0];

/** A drawing shifted from where it would stand alone to where it stands among the others. */
function moved(primitives: readonly Primitive[], from: HitTarget | undefined, to: HitTarget | undefined): Primitive[] {
  const a = from?.lines[0]?.[0];
  const b = to?.lines[0]?.[0];
  if (!a || !b) return [...primitives];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  return primitives.map((primitive) => {
    if (primitive.kind === "path")
      return {
        ...primitive,
        lines: primitive.lines.map((points) => points.map(([x, y]) => [x + dx, y + dy] as const)),
      };
    if (primitive.kind === "group") return { ...primitive, children: moved(primitive.children, from, to) };
    return { ...primitive, at: [primitive.at[0] + dx, primitive.at[1] + dy] };
  });
}

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  right: box.right + by,
  top: box.top - by,
  bottom: box.bottom + by,
});
