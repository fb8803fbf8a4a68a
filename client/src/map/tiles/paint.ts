import type { Geometry } from "geojson";
import type { PlanFeature } from "../../api/types.ts";
import { cellSymbol, roundReference } from "../../symbols/cells.ts";
import { layerStyle, number } from "../../symbols/style.ts";
import { createPainter, makeCanvas, penOf } from "../canvas-painter.ts";
import type { SceneContext } from "../scene/context.ts";
import { sign, signRadius } from "../scene/points.ts";
import { drawerOf } from "../scene/scene.ts";
import { type TileAddress, tileSide } from "./address.ts";
import { cellsToSide, countCrowds, mergeCells, mostOf, packCells, placeCell } from "./cells.ts";
import { EXTENT, type FeatureColumns, type TileFeature, tileFeature, toColumns } from "./columns.ts";
import { type DecodedLayer, decodeTile, type Thinned } from "./decode.ts";
import { type PictureFrame, pictureFrame, type TileLook, tileScene } from "./look.ts";

/** From the bytes of a tile to one picture a collection, and what of it can be pressed. Runs where there is time for it. */

export type Picture = HTMLCanvasElement | OffscreenCanvas;
export type PaintedLayer = {
  collection: string;
  picture: Picture | null;
  frame: PictureFrame;
  columns: FeatureColumns;
  /** Symbols that count many, see cells.ts. */
  cells: Float64Array;
  /** The largest number of a cell. */
  most: number;
};
/** What the ring of a counted symbol can be split by. */
const BREAKDOWNS = ["industry_chain", "plan_status"];

export type PaintedTile = { layers: PaintedLayer[]; thinned: Thinned[] };

export function paintTile(bytes: ArrayBuffer | null, tile: TileAddress, look: TileLook): PaintedTile {
  const { layers, thinned } = decodeTile(bytes);
  return { layers: layers.map((layer) => paintLayer(layer, tile, look)), thinned };
}

function paintLayer(layer: DecodedLayer, tile: TileAddress, look: TileLook): PaintedLayer {
  return layer.kind === "point" ? paintPoints(layer, tile, look) : paintShapes(layer, tile, look);
}

function canvasOf(frame: PictureFrame, { pixelRatio }: TileLook): Picture {
  return makeCanvas(Math.round(frame.width * pixelRatio), Math.round(frame.height * pixelRatio));
}

/** Single signs, and the symbols of what is counted, by the server or because it is crowded here. */
function paintPoints({ collection, features, cells }: DecodedLayer, tile: TileAddress, look: TileLook): PaintedLayer {
  const scene = tileScene(tile, look, pictureFrame(tile, look, 0));
  const reach = Math.ceil(signRadius(scene, collection) * 1.5 + number(layerStyle(collection, "Point").casing, 1.5));
  const frame = pictureFrame(tile, look, reach);
  const context = tileScene(tile, look, frame);
  const isVisible = look.zoom >= number(layerStyle(collection, "Point").min_zoom, 0);
  // What stands beyond the edge belongs to the tile there, and is drawn by it.
  const own = isVisible ? features.filter(isInside) : [];
  const width = tileSide(tile.z, look.zoom);
  const side = cellsToSide(width);
  const crowds = countCrowds(own, side, look.zoom, BREAKDOWNS);
  const counted = [...mergeCells(cells, side), ...crowds.cells];
  const columns = toColumns("point", crowds.single.sort(byCode));
  if (columns.count === 0 && counted.length === 0) return nothing(collection, frame, columns);
  const picture = canvasOf(frame, look);
  stampSigns(picture, { collection, columns, context, reach, look });
  const most = mostOf(counted);
  const placed = counted.map((cell) =>
    placeCell(cell, width, side, look.references[collection] ?? roundReference(most)),
  );
  const [dx, dy] = [tile.col * width - frame.left, tile.row * width - frame.top];
  createPainter(look.pixelRatio)(
    penOf(picture),
    placed.flatMap(({ x, y, r, cell }) => cellSymbol([x + dx, y + dy], r, cell.count, cell.terms, look)),
    [frame.left, frame.top],
  );
  return { collection, picture, frame, columns, cells: packCells(placed), most };
}

type Signs = { collection: string; columns: FeatureColumns; context: SceneContext; reach: number; look: TileLook };

/** The same sign is drawn once and then copied: a tile has many points and a few dozen signs. */
function stampSigns(picture: Picture, { collection, columns, context, reach, look }: Signs): void {
  const pen = penOf(picture);
  const { pixelRatio } = look;
  const signs = columns.looks.map((properties) => signPicture(context, collection, properties, reach, pixelRatio));
  for (let index = 0; index < columns.count; index++) {
    const [x, y] = context.project(
      columns.coordinates[index * 2] as number,
      columns.coordinates[index * 2 + 1] as number,
    );
    const stamp = signs[columns.look[index] as number] as Picture;
    pen.drawImage(stamp, Math.round((x - reach) * pixelRatio), Math.round((y - reach) * pixelRatio));
  }
}

function signPicture(
  context: SceneContext,
  collection: string,
  properties: Readonly<Record<string, unknown>>,
  reach: number,
  pixelRatio: number,
): Picture {
  const canvas = makeCanvas(2 * reach * pixelRatio, 2 * reach * pixelRatio);
  const feature = tileFeature("", { type: "Point", coordinates: [0, 0] }, properties);
  createPainter(pixelRatio)(penOf(canvas), sign(context, collection, feature, [reach, reach]), [0, 0]);
  return canvas;
}

/** Lines and areas: the drawing of the layer itself, cut at the edge of the tile, beyond which its neighbour goes on. */
function paintShapes({ collection, kind, features }: DecodedLayer, tile: TileAddress, look: TileLook): PaintedLayer {
  const frame = pictureFrame(tile, look, 0);
  const context = tileScene(tile, look, frame);
  const sorted = features.map((feature) => ({ feature, size: sizeOf(feature) })).sort((a, b) => b.size - a.size);
  const shapes = sorted.map(({ feature }) => shapeOf(feature, kind === "area"));
  const isVisible = look.zoom >= number(layerStyle(collection, kind === "area" ? "Polygon" : "LineString").min_zoom, 0);
  const drawing = isVisible ? drawerOf(collection, shapes)(context, shapes, new Map()) : null;
  // What a class hides at this zoom cannot be pressed either.
  const drawn = new Set(drawing?.hits.map(({ ref }) => ref.code));
  const columns = toColumns(
    kind,
    sorted.flatMap(({ feature }) => (drawn.has(String(feature.properties.code)) ? [feature] : [])),
  );
  if (!drawing || columns.count === 0) return nothing(collection, frame, columns);
  const picture = canvasOf(frame, look);
  createPainter(look.pixelRatio)(penOf(picture), [...drawing.under, ...drawing.over], [frame.left, frame.top]);
  return { collection, picture, frame, columns, cells: new Float64Array(0), most: 0 };
}

const nothing = (collection: string, frame: PictureFrame, columns: FeatureColumns): PaintedLayer => ({
  collection,
  picture: null,
  frame,
  columns,
  cells: new Float64Array(0),
  most: 0,
});

function shapeOf({ properties, lines }: TileFeature, isArea: boolean): PlanFeature {
  const coordinates = lines.map((line) =>
    Array.from({ length: line.length / 2 }, (_, index) => [line[index * 2] as number, line[index * 2 + 1] as number]),
  );
  const geometry: Geometry = isArea ? { type: "Polygon", coordinates } : { type: "MultiLineString", coordinates };
  return tileFeature(String(properties.code), geometry, properties);
}

function isInside({ lines }: TileFeature): boolean {
  const [x = -1, y = -1] = lines[0] ?? [];
  return x >= 0 && y >= 0 && x < EXTENT && y < EXTENT;
}

function byCode(a: TileFeature, b: TileFeature): number {
  return String(a.properties.code) < String(b.properties.code) ? -1 : 1;
}

/** Length of the lines in units of the tile: the long ones are named first. */
function sizeOf({ lines }: TileFeature): number {
  let sum = 0;
  for (const line of lines)
    for (let index = 2; index < line.length; index += 2)
      sum += Math.hypot(
        (line[index] as number) - (line[index - 2] as number),
        (line[index + 1] as number) - (line[index - 1] as number),
      );
  return sum;
}
