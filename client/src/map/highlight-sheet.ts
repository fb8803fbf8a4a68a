import { MOST_OUTLINED, shownFeatures } from "../reading/shown.ts";
import { hovered, selection } from "../selection/view.ts";
import type { Point, Primitive } from "../symbols/primitives.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { Context2D } from "./canvas/canvas.ts";
import type { Painter } from "./canvas/painter.ts";
import { extent } from "./extent.ts";
import { highlightOf, type Painted } from "./highlights.ts";
import type { PlanLayer } from "./plan-layer.ts";
import { type Highlight, HOVERED, SELECTED, type Weight } from "./scene/highlight.ts";
import { whereShown } from "./scene-features.ts";
import type { TileSheet } from "./tiles/tile-sheet.ts";

/** The outlines of what is selected, of what a paragraph leads to and of what the pointer is over. */
export function highlightsOf(painted: Painted, tiles: TileSheet): Highlight[] {
  const chosen = selection.peek();
  const over = hovered.peek();
  const items: Highlight[] = [];
  const find = (ref: FeatureRef) => whereShown(ref, tiles);
  const outline = (ref: FeatureRef, weight: Weight) => {
    const item = highlightOf(painted, ref, weight, find);
    if (item) items.push(item);
  };
  const isChosen = (ref: FeatureRef) =>
    chosen.kind === "feature" && chosen.collection === ref.collection && chosen.code === ref.code;
  if (over.kind === "feature" && !isChosen(over)) outline(over, HOVERED);
  for (const ref of shownFeatures.peek()?.placed.slice(0, MOST_OUTLINED) ?? [])
    if (!isChosen(ref)) outline(ref, SELECTED);
  if (chosen.kind === "feature") outline(chosen, SELECTED);
  return items;
}

export function paintHighlights(layer: PlanLayer, paint: Painter, items: readonly Highlight[]): void {
  const [around, within, over] = (["around", "within", "over"] as const).map((part) =>
    items.flatMap((item) => item[part]),
  ) as [Primitive[], Primitive[], Primitive[]];
  const canvas = layer.canvases.highlight;
  canvas.hidden = around.length === 0;
  if (canvas.hidden) return;
  const origin = layer.origin();
  const paintAll = (context: Context2D, corner: Point) => {
    paint(context, around, origin, corner);
    // The sheet holds nothing but outlines: what is taken out of them shows the map below.
    context.globalCompositeOperation = "destination-out";
    paint(context, within, origin, corner);
    context.globalCompositeOperation = "source-over";
    paint(context, over, origin, corner);
  };
  layer.paint(canvas, paintAll, extent([...around, ...over]));
}
