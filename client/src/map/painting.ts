import type * as L from "leaflet";
import type { PlanFeature } from "../api/types.ts";
import { hasRole } from "../catalogue.ts";
import { emphasis } from "../features/emphasis.ts";
import { layers } from "../layers/view.ts";
import { createPainter, type Painter } from "./canvas/painter.ts";
import { createGroundMemory } from "./ground-sheet.ts";
import { highlightsOf, paintHighlights } from "./highlight-sheet.ts";
import { buildLabels, type LabelSheet } from "./label-sheet.ts";
import { canvasMeasure } from "./labels/measure.ts";
import { nextTask } from "./next-task.ts";
import { pixelRatioNow } from "./pixel-ratio.ts";
import type { PlanLayer } from "./plan-layer.ts";
import type { SceneContext } from "./scene/context.ts";
import { buildScene, type Scene } from "./scene/scene.ts";
import { stackOf } from "./scene/stack.ts";
import { sceneContextOf } from "./scene-context.ts";
import { sceneFeatures } from "./scene-features.ts";
import { createSheetPainter } from "./sheets/painter.ts";
import { paintSheet, withinFrame } from "./sheets/sheet.ts";
import { withSought } from "./sought.ts";
import { thinnedNotes } from "./tiles/notes.ts";
import { createTileSheet, type TileSheet } from "./tiles/tile-sheet.ts";

/** From the signals to the canvases: builds the scene of the current frame, paints it, places the labels. */

/** What is on the map now; `hits` can be pressed: the scene, and the arrows to what lies beyond the window. */
export type Painted = Omit<LabelSheet, "primitives"> & {
  context: SceneContext;
  scene: Scene;
  /** What the scene was built from: the small collections, and of a large one what is selected. */
  collections: ReadonlyMap<string, readonly PlanFeature[]>;
  tiles: TileSheet;
};

const NO_NAMES = { labels: [], names: { labels: [], obstacles: [], listed: [], inView: 0 } };

export class Painting {
  readonly tiles: TileSheet;
  readonly #map: L.Map;
  readonly #layer: PlanLayer;
  readonly #measure = canvasMeasure();
  readonly #sheets: ReturnType<typeof createSheetPainter>;
  readonly #groundOf = createGroundMemory();
  #paint: Painter;
  #painted: Painted | null = null;
  #isClosed = false;

  /** `onTiles` is called when a picture of a tile has come. */
  constructor(map: L.Map, layer: PlanLayer, onTiles: () => void) {
    this.#map = map;
    this.#layer = layer;
    this.#paint = createPainter(layer.pixelRatio);
    this.tiles = createTileSheet(() => layer.pixelRatio, onTiles);
    this.#sheets = createSheetPainter(() => layer.pixelRatio);
  }

  now = (): Painted | null => this.#painted;

  /**
   * Everything but the names: after a move, or when what is shown has changed. What is there stays until all of it is
   * painted. False when it came to nothing, because the map is being scaled or gone.
   */
  async paintAll(): Promise<boolean> {
    const layer = this.#layer;
    const { tiles } = this;
    const frame = layer.nextFrame();
    const context = sceneContextOf(this.#map, frame, tiles.collections());
    const chain = emphasis.peek()?.chain ?? null;
    const sought = withSought(sceneFeatures(context, tiles), layers.peek(), chain);
    const { features } = sought;
    const scene = buildScene(context, features, sought.layers);
    // The boundary at the bottom of the order belongs to the ground: it stays when something is selected.
    const boundary = hasRole(scene.layers[0]?.id ?? "", "boundary") ? scene.layers.shift() : undefined;
    const stack = stackOf(scene.layers);
    const paneNames = stack.flatMap((entry) => (entry.kind === "pane" ? [entry.name] : []));
    tiles.want(context, frame, paneNames);
    const ground = this.#groundOf(context, frame, layer.pixelRatio, boundary);
    const sheets = [
      ...(ground.isPainted ? [] : [ground.primitives()]),
      ...stack.flatMap((entry) => (entry.kind === "canvas" ? [withinFrame(entry.primitives, frame)] : [])),
    ];
    const filled = sheets.filter((primitives) => primitives.length > 0);
    const painted = await this.#sheets.paint(filled.map((primitives) => ({ primitives, frame })));
    if (this.#isClosed || layer.isZooming()) {
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
      else paintSheet(layer, this.#paint, canvas, primitives);
    });
    ground.keep();
    tiles.show(context, frame, panes);
    this.#painted = { context, scene, collections: features, tiles, view: layer.view(), hits: scene.hits, ...NO_NAMES };
    return true;
  }

  /** The names over everything: after a painting, and when tiles have brought more of them. */
  async paintLabels(): Promise<Painted | null> {
    // Zoomed since the painting began: the next one is on its way, and until then the names stay as they are.
    if (!this.#painted || !this.#layer.isAtZoom()) return null;
    const { scene } = this.#painted;
    const { primitives, hits, ...placed } = buildLabels(
      this.#map,
      this.#layer,
      this.#painted,
      this.tiles,
      this.#measure,
    );
    await nextTask();
    if (this.#isClosed) return null;
    paintSheet(this.#layer, this.#paint, this.#layer.canvases.labels, primitives, placed.view);
    this.#painted = { ...this.#painted, ...placed, hits: [...scene.hits, ...hits] };
    return this.#painted;
  }

  /** Only the outline of what is selected and of what the pointer is over. */
  paintHighlight(): void {
    const now = this.#painted;
    if (!now) return;
    const items = highlightsOf({ ...now, hits: now.scene.hits }, this.tiles);
    paintHighlights(this.#layer, this.#paint, items);
  }

  /** What the tiles in sight leave out. */
  notes = () => (this.#painted ? thinnedNotes(this.tiles, this.#painted.view) : []);

  /** The screen has another scale: everything is painted in its pixels from now on. */
  sharpen(): void {
    this.#layer.pixelRatio = pixelRatioNow();
    this.#paint = createPainter(this.#layer.pixelRatio);
  }

  close(): void {
    this.#isClosed = true;
    this.#sheets.close();
    this.tiles.close();
  }
}
