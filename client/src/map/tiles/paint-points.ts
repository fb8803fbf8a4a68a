import { distance } from "../../geo/line.ts";
import { cellSymbol, roundReference } from "../../symbols/cells.ts";
import type { Point, Primitive } from "../../symbols/primitives.ts";
import { layerStyle, number } from "../../symbols/style.ts";
import { makeCanvas, penOf } from "../canvas/canvas.ts";
import { createPainter } from "../canvas/painter.ts";
import type { SceneContext } from "../scene/context.ts";
import { fanOut } from "../scene/fan-out.ts";
import { leader, sign, signRadius, signReach } from "../scene/points.ts";
import { projectInk } from "../scene/sites.ts";
import { type TileAddress, tileSide } from "./address.ts";
import { CROWD, cellsToSide, countCrowds, mergeCells, mostOf, packCells, placeCell } from "./cells.ts";
import { EXTENT, textsOf, tileFeature, toColumns } from "./columns.ts";
import type { DecodedLayer, Look, TileFeature } from "./decode.ts";
import { pictureFrame, type TileLook, tileScene } from "./look.ts";
import { canvasOf, nothing, type PaintedLayer, type Picture } from "./picture.ts";

/** What the ring of a counted symbol can be split by. */
const BREAKDOWNS = ["industry_chain", "plan_status"];

/** Single signs, and the symbols of what is counted, by the server or because it is crowded here. */
export function paintPoints(layer: DecodedLayer, tile: TileAddress, look: TileLook): PaintedLayer {
  const { collection, features, cells, looks } = layer;
  const scene = tileScene(tile, look, pictureFrame(tile, look, 0));
  const isVisible = look.zoom >= number(layerStyle(collection, "Point").min_zoom, 0);
  // What stands beyond the edge belongs to the tile there, and is painted by it.
  const own = isVisible ? features.filter(isInside) : [];
  const width = tileSide(tile.z, look.zoom);
  const side = cellsToSide(width);
  const crowds = countCrowds(own, looks, side, look.zoom, BREAKDOWNS);
  const counted = [...mergeCells(cells, side), ...crowds.cells];
  const signs = setApart(layer, crowds.single, width / EXTENT, signRadius(scene, collection));
  const columns = toColumns(
    layer,
    signs.map(({ feature, at }) => ({ ...feature, lines: [[(at[0] * EXTENT) / width, (at[1] * EXTENT) / width]] })),
  );
  const reach = Math.ceil(signRadius(scene, collection) * 1.5 + number(layerStyle(collection, "Point").casing, 1.5));
  const frame = pictureFrame(tile, look, reach + beyond(signs, width));
  if (signs.length === 0 && counted.length === 0) return nothing(collection, frame, columns);
  const context = tileScene(tile, look, frame);
  const picture = canvasOf(frame, look);
  const most = mostOf(counted);
  const placed = counted.map((cell) =>
    placeCell(cell, width, side, look.references[collection] ?? roundReference(most)),
  );
  const [dx, dy] = [tile.col * width - frame.left, tile.row * width - frame.top];
  const moved = ([x, y]: Point): Point => [x + dx, y + dy];
  const paint = createPainter(look.pixelRatio);
  const far = signs.filter(({ at, home }) => distance(at, home) > signRadius(scene, collection));
  const leaders = far.flatMap(({ at, home, feature }) =>
    leader(moved(home), moved(at), projectInk(context, likeness(looks[feature.look])), 1),
  );
  paint(penOf(picture), leaders, [frame.left, frame.top]);
  const stamps = stampsOf(context, collection, looks, reach, look.pixelRatio);
  const pen = penOf(picture);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  for (const { feature, at } of signs) {
    const [x, y] = moved(at);
    const corner = (value: number) => Math.round((value - reach) * look.pixelRatio);
    pen.drawImage(stamps(feature.look), corner(x), corner(y));
  }
  paint(
    pen,
    placed.flatMap(({ x, y, r, cell }) => cellSymbol(moved([x, y]), r, cell.count, cell.terms, look)),
    [frame.left, frame.top],
  );
  return { collection, picture, frame, columns, cells: packCells(placed), most };
}

/** A sign in pixels of the tile: where it stands, and where it is painted. */
type Placed = { feature: TileFeature; home: Point; at: Point };

/** Signs on one spot, or nearly, are set around it as those of a small collection are; in the order of the codes. */
function setApart(layer: DecodedLayer, features: readonly TileFeature[], scale: number, r: number): Placed[] {
  const codes = textsOf(toColumns(layer, features), "codes");
  const found = features.map((feature, index) => {
    const [x = 0, y = 0] = feature.lines[0] ?? [];
    return { feature, key: codes[index] as string, at: [x * scale, y * scale] as Point };
  });
  found.sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = fanOut(found, signReach(r), [], CROWD);
  return found.map(({ feature, key, at }) => ({ feature, home: at, at: places.get(key) ?? at }));
}

/** How far the signs that were set apart reach over the edge of the tile. */
function beyond(signs: readonly Placed[], width: number): number {
  let most = 0;
  for (const { at } of signs) most = Math.max(most, -at[0], -at[1], at[0] - width, at[1] - width);
  return Math.ceil(most);
}

const likeness = (look: Look | undefined) => tileFeature("", { type: "Point", coordinates: [0, 0] }, look ?? {});

/** The same sign is painted once and then copied: a tile has many points and a few dozen signs. */
function stampsOf(
  context: SceneContext,
  collection: string,
  looks: readonly Look[],
  reach: number,
  pixelRatio: number,
): (look: number) => Picture {
  const byLook = new Map<number, Picture>();
  const byPrimitives = new Map<string, Picture>();
  const painted = (primitives: readonly Primitive[]): Picture => {
    const canvas = makeCanvas(2 * reach * pixelRatio, 2 * reach * pixelRatio);
    createPainter(pixelRatio)(penOf(canvas), primitives, [0, 0]);
    return canvas;
  };
  return (look) => {
    const known = byLook.get(look);
    if (known) return known;
    // Most of what makes a look does not show in its sign.
    const primitives = sign(context, collection, likeness(looks[look]), [reach, reach]);
    const key = JSON.stringify(primitives);
    const picture = byPrimitives.get(key) ?? painted(primitives);
    byPrimitives.set(key, picture);
    byLook.set(look, picture);
    return picture;
  };
}

function isInside({ lines }: TileFeature): boolean {
  const [x = -1, y = -1] = lines[0] ?? [];
  return x >= 0 && y >= 0 && x < EXTENT && y < EXTENT;
}
