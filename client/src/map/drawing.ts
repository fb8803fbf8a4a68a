import type * as L from "leaflet";
import type { PlanFeature } from "../api/types.ts";
import { shownTheme } from "../appearance/view.ts";
import { basemap } from "../basemap/view.ts";
import { appearance, collections, findFeature } from "../features/plan.ts";
import { colourBy } from "../filter/view.ts";
import type { Box } from "../geo/line.ts";
import { fromUnit, metresPerPixelAt, worldSize } from "../geo/mercator.ts";
import { boxOf, overlap } from "../geo/polygon.ts";
import { horizon } from "../horizon/view.ts";
import { language } from "../language/view.ts";
import { layers } from "../layers/view.ts";
import { MOST_OUTLINED, shownFeatures } from "../reading/shown.ts";
import { hovered, selection } from "../selection/view.ts";
import { group, type Point, type Primitive } from "../symbols/primitives.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import { type Context2D, createPainter } from "./canvas-painter.ts";
import { extent } from "./extent.ts";
import { highlightOf } from "./highlights.ts";
import { axisBoxes } from "./labels/axis-obstacles.ts";
import { canvasMeasure } from "./labels/measure.ts";
import { type PlacedLabel, placeLabels } from "./labels/place.ts";
import { nextTask } from "./next-task.ts";
import { obstacleBoxes } from "./obstacles.ts";
import { drawOffViewHubs } from "./off-view.ts";
import { pixelRatioNow } from "./pixel-ratio.ts";
import type { Frame, PlanLayer } from "./plan-layer.ts";
import { type HitTarget, type SceneContext, screenProjection, widthFactor } from "./scene/context.ts";
import { drawGround, neighbourLabels } from "./scene/ground.ts";
import { type Highlight, HOVERED, SELECTED, type Weight } from "./scene/highlight.ts";
import { buildScene, type Scene, type SceneLayer } from "./scene/scene.ts";
import { stackOf } from "./scene/stack.ts";
import { createSheetPainter } from "./sheets/painter.ts";
import { nameTiles, type TileNames } from "./tiles/names.ts";
import { thinnedNotes } from "./tiles/notes.ts";
import { createTileSheet, type TileSheet } from "./tiles/tile-sheet.ts";

/** From the signals to the canvases: builds the scene of the current frame, paints it, places the labels. */

const PHONE = 768;
const WIDE = 1024;

export type Drawing = {
  context: SceneContext;
  scene: Scene;
  /** What the scene was built from: the small collections, and of a large one what is selected. */
  collections: ReadonlyMap<string, readonly PlanFeature[]>;
  labels: PlacedLabel[];
  /** What can be pressed: the scene, and the arrows to what lies beyond the window. */
  hits: readonly HitTarget[];
  tiles: TileSheet;
  names: TileNames;
  view: Box;
};

export function createDrawing(map: L.Map, layer: PlanLayer, onTiles: () => void) {
  let paint = createPainter(layer.pixelRatio);
  const measure = canvasMeasure();
  const tiles = createTileSheet(() => layer.pixelRatio, onTiles);
  const painter = createSheetPainter(() => layer.pixelRatio);
  let isClosed = false;
  let current: Drawing | null = null;
  let paintedGround: { key: string; collections: unknown } = { key: "", collections: null };

  const contextOf = (frame: Frame): SceneContext => {
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
      tiled: tiles.collections(),
    };
  };

  /** An empty sheet is not painted: the browser would copy it all the same. */
  const paintSheet = (canvas: HTMLCanvasElement, primitives: readonly Primitive[], within?: Box): void => {
    canvas.hidden = primitives.length === 0;
    if (canvas.hidden) return;
    layer.paint(canvas, (context, corner) => paint(context, primitives, cornerOf(layer), corner), within);
  };

  /**
   * Everything but the names: after a move, or when what is drawn has changed. What is shown stays until all of it is
   * painted. False when it came to nothing, because the map is being scaled or gone.
   */
  const drawAll = async (): Promise<boolean> => {
    const frame = layer.nextFrame();
    const context = contextOf(frame);
    const held = heldCollections(context, tiles);
    const scene = buildScene(context, held, layers.peek());
    // The zone at the bottom of the order belongs to the ground: it stays when something is selected.
    const zone = scene.layers[0]?.id === "zone" ? scene.layers.shift() : undefined;
    const stack = stackOf(scene.layers);
    tiles.want(
      context,
      frame,
      stack.flatMap((entry) => (entry.kind === "pane" ? [entry.name] : [])),
    );
    const ground = groundOf(context, frame, zone);
    const sheets = [
      ...(ground.isPainted ? [] : [ground.primitives()]),
      ...stack.flatMap((entry) => (entry.kind === "canvas" ? [withinFrame(entry.primitives, frame)] : [])),
    ];
    const filled = sheets.filter((primitives) => primitives.length > 0);
    const painted = await painter.paint(filled.map((primitives) => ({ primitives, frame })));
    if (isClosed || layer.isZooming()) {
      for (const bitmap of painted ?? []) bitmap.close();
      return false;
    }
    layer.show(frame);
    const { canvases, panes } = layer.stack.arrange(stack);
    const onto = [...(ground.isPainted ? [] : [layer.canvases.ground]), ...canvases];
    sheets.forEach((primitives, number) => {
      const canvas = onto[number] as HTMLCanvasElement;
      const bitmap = painted?.[filled.indexOf(primitives)];
      canvas.hidden = primitives.length === 0;
      if (bitmap) layer.put(canvas, bitmap);
      else paintSheet(canvas, primitives);
    });
    paintedGround = ground.now;
    tiles.show(context, frame, panes);
    const names = { labels: [], obstacles: [], listed: [], inView: 0 };
    current = { context, scene, collections: held, labels: [], hits: scene.hits, tiles, names, view: layer.view() };
    return true;
  };

  /** A filter or a selection leaves the ground as it is: half of the painting is saved. */
  const groundOf = (context: SceneContext, frame: Frame, zone: SceneLayer | undefined) => {
    const state = layers.peek().find((entry) => entry.id === "zone");
    const key = JSON.stringify([frame, layer.pixelRatio, context.theme, context.raster, state, zone === undefined]);
    const now = { key, collections: collections.peek() };
    const size = worldSize(frame.zoom);
    const inverse = ([x, y]: Point) => fromUnit((x + frame.left) / size, (y + frame.top) / size);
    return {
      now,
      isPainted: key === paintedGround.key && now.collections === paintedGround.collections,
      primitives: () => [...drawGround(context, inverse), ...(zone?.primitives ?? [])],
    };
  };

  /** Pictures of tiles have come: they are put in their places, nothing else is painted. */
  const placeTiles = (): void => tiles.place();

  /** The names over everything: after a drawing, and when tiles have brought more of them. */
  const drawLabels = async (): Promise<Drawing | null> => {
    // Zoomed since the drawing began: the next one is on its way, and until then the names stay as they are.
    if (!current || !layer.isAtZoom()) return null;
    const { context, scene } = current;
    const view = layer.view();
    const panels = obstacleBoxes(map.getContainer(), layer.offset());
    const signs = scene.hits
      .filter((target) => target.kind === "point")
      .map(({ lines, reach }) => grown(boxOf(lines), reach));
    const edge = drawOffViewHubs(context, map, panels, signs, view, measure);
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
      { left: view.left + 4, top: view.top + 4, right: view.right - 4, bottom: view.bottom - 4 },
      measure,
    );
    await nextTask();
    if (isClosed) return null;
    const texts = labels.flatMap(({ request, texts: runs }) => group(request.opacity, runs));
    // nothing of it lies outside, but for the halos
    paintSheet(layer.canvases.labels, [...texts, ...edge.primitives], grown(view, 8));
    current = { ...current, view, labels, names, hits: [...scene.hits, ...edge.hits] };
    return current;
  };

  /** Only the outline of what is selected and of what the pointer is over. */
  const drawHighlight = (): void => {
    if (!current) return;
    const now = current;
    const chosen = selection.peek();
    const over = hovered.peek();
    const items: Highlight[] = [];
    const find = (ref: FeatureRef) => whereDrawn(ref, tiles);
    const outline = (ref: FeatureRef, weight: Weight) => {
      const item = highlightOf({ ...now, hits: now.scene.hits }, ref, weight, find);
      if (item) items.push(item);
    };
    const isChosen = (ref: FeatureRef) =>
      chosen.kind === "feature" && chosen.collection === ref.collection && chosen.code === ref.code;
    if (over.kind === "feature" && !isChosen(over)) outline(over, HOVERED);
    for (const ref of shownFeatures.peek()?.placed.slice(0, MOST_OUTLINED) ?? [])
      if (!isChosen(ref)) outline(ref, SELECTED);
    if (chosen.kind === "feature") outline(chosen, SELECTED);
    paintHighlights(items);
  };

  const paintHighlights = (items: readonly Highlight[]): void => {
    const [around, within, over] = (["around", "within", "over"] as const).map((part) =>
      items.flatMap((item) => item[part]),
    ) as [Primitive[], Primitive[], Primitive[]];
    const canvas = layer.canvases.highlight;
    canvas.hidden = around.length === 0;
    if (canvas.hidden) return;
    const corner = cornerOf(layer);
    const draw = (context: Context2D, at: Point) => {
      paint(context, around, corner, at);
      // The sheet holds nothing but outlines: what is taken out of them shows the map below.
      context.globalCompositeOperation = "destination-out";
      paint(context, within, corner, at);
      context.globalCompositeOperation = "source-over";
      paint(context, over, corner, at);
    };
    layer.paint(canvas, draw, extent([...around, ...over]));
  };

  const notes = () => (current ? thinnedNotes(tiles, current.view) : []);

  /** The screen has another scale: everything is painted in its pixels from the next drawing on. */
  const sharpen = () => {
    layer.pixelRatio = pixelRatioNow();
    paint = createPainter(layer.pixelRatio);
  };

  const close = () => {
    isClosed = true;
    painter.close();
    tiles.close();
  };

  return { drawAll, drawLabels, drawHighlight, placeTiles, notes, tiles, sharpen, close, current: () => current };
}

/** A feature of a large collection, whole, with its sign where its tile has set it. */
function whereDrawn(ref: FeatureRef, tiles: TileSheet): PlanFeature | null {
  const held = findFeature(ref.collection, ref.code) ?? null;
  if (held && held.geometry?.type !== "Point") return held;
  const seen = tiles.find(ref);
  return held && seen ? { ...held, geometry: seen.geometry } : (held ?? seen);
}

/** The small collections; of a large one only the selected feature, once it has come. */
function heldCollections(
  { selected, tiled }: SceneContext,
  tiles: TileSheet,
): ReadonlyMap<string, readonly PlanFeature[]> {
  const all = collections.peek();
  if (!selected || !tiled?.has(selected.collection)) return all;
  const known = findFeature(selected.collection, selected.code);
  const feature = known && whereDrawn(selected, tiles);
  return feature ? new Map([...all, [selected.collection, [feature]]]) : all;
}

/** Near the ground most of the plan lies outside: what cannot be seen is not painted. */
function withinFrame(
  primitives: readonly Primitive[],
  { width, height }: { width: number; height: number },
): Primitive[] {
  const frame = { left: 0, top: 0, right: width, bottom: height };
  return primitives.filter((primitive) => overlap(extent([primitive]), frame));
}

const cornerOf = ({ frame }: PlanLayer): Point => [frame?.left ?? 0, frame?.top ?? 0];

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  right: box.right + by,
  top: box.top - by,
  bottom: box.bottom + by,
});
