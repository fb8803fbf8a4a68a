import type { Box } from "../../geo/line.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { HitTarget } from "../scene/context.ts";
import { tileSide, type WorldBox } from "./address.ts";
import { NUMBERS_A_CELL } from "./cells.ts";
import { EXTENT, type FeatureColumns, textsOf } from "./columns.ts";
import type { ShownLayer, ShownTile } from "./tile-entry.ts";

/** What of the shown tiles lies at a place or in a view; all in pixels of the frame. */

/** From units of a tile to pixels of the frame. */
export type Placing = { scale: number; dx: number; dy: number };

export function placingOf(tile: ShownTile, frame: WorldBox): Placing {
  const { z, col, row } = tile.address;
  const side = tileSide(z, frame.zoom);
  return { scale: side / EXTENT, dx: col * side - frame.left, dy: row * side - frame.top };
}

export type VisibleLayer = { tile: ShownTile; layer: ShownLayer; placing: Placing };

export function visibleLayers(tiles: readonly ShownTile[], frame: WorldBox): VisibleLayer[] {
  return tiles.flatMap((tile) => {
    const placing = placingOf(tile, frame);
    return tile.layers.map((layer) => ({ tile, layer, placing }));
  });
}

/** The features within `reach` pixels as targets; their exact distance is for the hit test. */
export function targetsNear(
  layers: readonly VisibleLayer[],
  [x, y]: Point,
  reachOf: (collection: string, kind: FeatureColumns["kind"]) => number,
  tolerance: number,
): HitTarget[] {
  const found: HitTarget[] = [];
  for (const { layer, placing } of layers) {
    const { columns, collection } = layer;
    if (columns.count === 0) continue;
    const reach = reachOf(collection, columns.kind);
    const far = (reach + tolerance) / placing.scale;
    const [tx, ty] = [(x - placing.dx) / placing.scale, (y - placing.dy) / placing.scale];
    if (tx < -far - EXTENT / 8 || ty < -far - EXTENT / 8 || tx > EXTENT * 1.125 + far || ty > EXTENT * 1.125 + far)
      continue;
    for (let index = 0; index < columns.count; index++) {
      if (!isNear(columns, index, tx, ty, far)) continue;
      const ref = { collection, code: textsOf(columns, "codes")[index] as string };
      found.push({ ref, kind: columns.kind, lines: pixelLines(columns, index, placing), reach });
    }
  }
  return found;
}

/** Whether the box around any of its lines comes as near as that. */
function isNear({ starts, lines, coordinates }: FeatureColumns, index: number, x: number, y: number, far: number) {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  const last = lines[starts[index + 1] as number] as number;
  for (let vertex = lines[starts[index] as number] as number; vertex < last; vertex++) {
    const vx = coordinates[vertex * 2] as number;
    const vy = coordinates[vertex * 2 + 1] as number;
    if (vx < left) left = vx;
    if (vx > right) right = vx;
    if (vy < top) top = vy;
    if (vy > bottom) bottom = vy;
  }
  return x >= left - far && x <= right + far && y >= top - far && y <= bottom + far;
}

export function pixelLines(columns: FeatureColumns, index: number, { scale, dx, dy }: Placing): Point[][] {
  const { starts, lines, coordinates } = columns;
  const found: Point[][] = [];
  for (let line = starts[index] as number; line < (starts[index + 1] as number); line++) {
    const points: Point[] = [];
    for (let vertex = lines[line] as number; vertex < (lines[line + 1] as number); vertex++)
      points.push([
        (coordinates[vertex * 2] as number) * scale + dx,
        (coordinates[vertex * 2 + 1] as number) * scale + dy,
      ]);
    found.push(points);
  }
  return found;
}

export type CellOnScreen = { collection: string; at: Point; r: number; count: number };

/** The symbols of counted cells, wherever their tile was painted for another zoom too. */
export function cellsOf(layers: readonly VisibleLayer[], zoom: number): CellOnScreen[] {
  const found: CellOnScreen[] = [];
  for (const { tile, layer, placing } of layers) {
    // packed in pixels of the zoom at which the tile was painted
    const stretch = 2 ** (zoom - tile.zoom);
    const { cells, collection } = layer;
    for (let at = 0; at < cells.length; at += NUMBERS_A_CELL) {
      const [x, y, r, count] = [cells[at], cells[at + 1], cells[at + 2], cells[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      found.push({
        collection,
        at: [x * stretch + placing.dx, y * stretch + placing.dy],
        r: r * stretch,
        count,
      });
    }
  }
  return found;
}

/** The features whose first vertex lies in a view, by collection, each once; points, lines and areas alike. */
export function featuresWithin(
  layers: readonly VisibleLayer[],
  view: Box,
): Map<string, { source: VisibleLayer; index: number }[]> {
  const found = new Map<string, { source: VisibleLayer; index: number }[]>();
  const seen = new Set<string>();
  for (const source of layers) {
    const { columns, collection } = source.layer;
    if (columns.count === 0) continue;
    const { scale, dx, dy } = source.placing;
    const [left, right] = [(view.left - dx) / scale, (view.right - dx) / scale];
    const [top, bottom] = [(view.top - dy) / scale, (view.bottom - dy) / scale];
    const list = found.get(collection) ?? [];
    found.set(collection, list);
    const { starts, lines, coordinates } = columns;
    for (let index = 0; index < columns.count; index++) {
      const first = lines[starts[index] as number] as number;
      const last = lines[starts[index + 1] as number] as number;
      let isIn = false;
      for (let vertex = first; vertex < last && !isIn; vertex++) {
        const x = coordinates[vertex * 2] as number;
        const y = coordinates[vertex * 2 + 1] as number;
        isIn = x >= left && x <= right && y >= top && y <= bottom;
      }
      if (!isIn) continue;
      if (columns.kind !== "point") {
        const key = `${collection} ${textsOf(columns, "codes")[index]}`;
        if (seen.has(key)) continue;
        seen.add(key);
      }
      list.push({ source, index });
    }
  }
  return found;
}
