import type { PlanFeature } from "../../api/types.ts";
import { layerStyle, number } from "../../symbols/style.ts";
import { penOf } from "../canvas/canvas.ts";
import { createPainter } from "../canvas/painter.ts";
import { builderOf } from "../scene/scene.ts";
import { type TileAddress, tileSide } from "./address.ts";
import { EXTENT, textsOf, tileFeature, toColumns } from "./columns.ts";
import type { DecodedLayer, TileFeature } from "./decode.ts";
import { pictureFrame, type TileLook, tileScene } from "./look.ts";
import { canvasOf, nothing, type PaintedLayer } from "./picture.ts";
import { STUB, strokeLines, strokesOf } from "./strokes.ts";

/** Lines and areas: the painting of the layer itself, cut at the edge of the tile, beyond which its neighbour goes on. */
export function paintShapes(layer: DecodedLayer, tile: TileAddress, look: TileLook): PaintedLayer {
  const { collection, kind } = layer;
  const frame = pictureFrame(tile, look, 0);
  const isVisible = look.zoom >= number(layerStyle(collection, kind === "area" ? "Polygon" : "LineString").min_zoom, 0);
  // the long ones are named first
  const sorted = isVisible ? byLength(layer.features) : [];
  const all = toColumns(layer, sorted);
  const codes = textsOf(all, "codes");
  const shapes = kind === "line" ? stubsOf(layer, sorted, codes) : wholeShapes(layer, sorted, codes);
  const context = tileScene(tile, look, frame);
  const part = builderOf(collection, shapes)(context, shapes, new Map());
  // What a class hides at this zoom cannot be pressed either.
  const shown = new Set(part.hits.map(({ ref }) => ref.code));
  if (shown.size === 0) return nothing(collection, frame, toColumns(layer, []));
  const isAll = shown.size === sorted.length;
  const columns = isAll
    ? all
    : toColumns(
        layer,
        sorted.filter((_, index) => shown.has(codes[index] as string)),
      );
  const picture = canvasOf(frame, look);
  const pen = penOf(picture);
  const numbers = new Map(codes.map((code, index) => [code, index]));
  const strokes = kind === "line" ? strokesOf(part, (code) => numbers.get(code)) : null;
  if (strokes) {
    const side = tileSide(tile.z, look.zoom);
    const { pixelRatio } = look;
    pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    strokeLines(pen, strokes, sorted, {
      scale: side / EXTENT,
      dx: tile.col * side - frame.left,
      dy: tile.row * side - frame.top,
    });
  } else {
    const whole = kind === "line" ? wholeShapes(layer, sorted, codes) : shapes;
    const { under, over } = kind === "line" ? builderOf(collection, whole)(context, whole, new Map()) : part;
    createPainter(look.pixelRatio)(pen, [...under, ...over], [frame.left, frame.top]);
  }
  return { collection, picture, frame, columns, cells: new Float64Array(0), most: 0 };
}

/** Features without their shape: enough to know how each is painted. Those that look alike share their properties. */
function stubsOf({ looks }: DecodedLayer, features: readonly TileFeature[], codes: readonly string[]): PlanFeature[] {
  const models = looks.map((properties) => tileFeature("", STUB, properties));
  return features.map(({ look }, index) => ({ ...(models[look] as PlanFeature), id: codes[index] as string }));
}

function wholeShapes(
  { looks, kind }: DecodedLayer,
  features: readonly TileFeature[],
  codes: readonly string[],
): PlanFeature[] {
  return features.map(({ lines, look }, index) => {
    const coordinates = lines.map((line) =>
      Array.from({ length: line.length / 2 }, (_, at) => [line[at * 2] as number, line[at * 2 + 1] as number]),
    );
    const type = kind === "area" ? "Polygon" : "MultiLineString";
    return tileFeature(codes[index] as string, { type, coordinates } as PlanFeature["geometry"] & object, {
      ...looks[look],
    });
  });
}

/** Length of the lines in units of the tile. */
function byLength(features: readonly TileFeature[]): TileFeature[] {
  const sizes = new Map(features.map((feature) => [feature, lengthOf(feature)]));
  return [...features].sort((a, b) => (sizes.get(b) as number) - (sizes.get(a) as number));
}

function lengthOf({ lines }: TileFeature): number {
  let sum = 0;
  for (const line of lines)
    for (let at = 2; at < line.length; at += 2) {
      const x = (line[at] as number) - (line[at - 2] as number);
      const y = (line[at + 1] as number) - (line[at - 1] as number);
      sum += Math.sqrt(x * x + y * y);
    }
  return sum;
}
