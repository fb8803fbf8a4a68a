import type { Geometry } from "geojson";
import type { PlanFeature } from "../../api/types.ts";
import { collectionDefinitions } from "../../catalogue.ts";
import { lightFeature } from "../../features/light-feature.ts";
import { fromUnit } from "../../geo/mercator.ts";
import type { TileAddress } from "./address.ts";
import { type DecodedLayer, type Look, TEXTS, type TileFeature } from "./decode.ts";

/**
 * The features of one collection in one tile as columns: what can be pressed, named and listed, in a few arrays that
 * move between threads without being copied. Coordinates are in units of the tile, `EXTENT` to a side.
 */
export const EXTENT = 4096;

export type Kind = "point" | "line" | "area";
export type FeatureColumns = {
  kind: Kind;
  count: number;
  /** UTF-8, one line a feature: texts cross over as bytes and become texts when somebody looks at them. */
  codes: Uint8Array;
  names_zh: Uint8Array;
  names_en: Uint8Array;
  /** The different sets of coded properties, and which one a feature has. */
  looks: readonly Look[];
  look: Uint16Array;
  /** x, y of every vertex; the lines of feature i are `starts[i]` to `starts[i + 1]`, line l begins at vertex `lines[l]`. */
  coordinates: Float32Array;
  lines: Uint32Array;
  starts: Uint32Array;
};

/** Columns of these features of a layer, in this order. */
export function toColumns(
  { kind, looks, textAt }: Pick<DecodedLayer, "kind" | "looks" | "textAt">,
  features: readonly TileFeature[],
): FeatureColumns {
  const [codes, names_zh, names_en] = TEXTS.map((_, place) => textColumn(features, place, textAt)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  let [vertices, parts] = [0, 0];
  for (const { lines } of features) {
    parts += lines.length;
    for (const line of lines) vertices += line.length / 2;
  }
  const columns: FeatureColumns = {
    kind,
    count: features.length,
    codes,
    names_zh,
    names_en,
    looks,
    look: Uint16Array.from(features, ({ look }) => look),
    coordinates: new Float32Array(vertices * 2),
    lines: new Uint32Array(parts + 1),
    starts: new Uint32Array(features.length + 1),
  };
  let [vertex, part] = [0, 0];
  features.forEach(({ lines }, index) => {
    columns.starts[index] = part;
    for (const line of lines) {
      columns.lines[part++] = vertex;
      columns.coordinates.set(line, vertex * 2);
      vertex += line.length / 2;
    }
  });
  columns.starts[features.length] = part;
  columns.lines[part] = vertex;
  return columns;
}

const BREAK = 10;
const RETURN = 13;
const SPACE = 32;

/** A break inside a text becomes a space: it must not move the texts after it. */
function textColumn(features: readonly TileFeature[], place: number, textAt: DecodedLayer["textAt"]): Uint8Array {
  const texts = features.map(({ texts: numbers }) => {
    const number = numbers[place] as number;
    return number < 0 ? null : textAt(number);
  });
  const column = new Uint8Array(texts.reduce((sum, text) => sum + (text?.length ?? 0) + 1, 0));
  let end = 0;
  for (const text of texts) {
    for (const byte of text ?? []) column[end++] = byte === BREAK || byte === RETURN ? SPACE : byte;
    column[end++] = BREAK;
  }
  return column.subarray(0, Math.max(0, end - 1));
}

export const buffersOf = (columns: FeatureColumns): ArrayBuffer[] => {
  const { codes, names_zh, names_en, look, coordinates, lines, starts } = columns;
  return [codes, names_zh, names_en, look, coordinates, lines, starts].map((array) => array.buffer as ArrayBuffer);
};

const utf8 = new TextDecoder();
const splits = new WeakMap<FeatureColumns, Map<string, string[]>>();

/** A text column as a list, taken apart when it is first asked for. */
export function textsOf(columns: FeatureColumns, name: "codes" | "names_zh" | "names_en"): readonly string[] {
  let known = splits.get(columns);
  if (!known) {
    known = new Map();
    splits.set(columns, known);
  }
  let texts = known.get(name);
  if (!texts) {
    texts = columns.count === 0 ? [] : utf8.decode(columns[name]).split("\n");
    known.set(name, texts);
  }
  return texts;
}

/** The vertices of a feature, line by line, as pairs of tile units. */
export function linesOf(columns: FeatureColumns, index: number): [number, number][][] {
  const { starts, lines, coordinates } = columns;
  const found: [number, number][][] = [];
  for (let line = starts[index] as number; line < (starts[index + 1] as number); line++) {
    const points: [number, number][] = [];
    for (let vertex = lines[line] as number; vertex < (lines[line + 1] as number); vertex++)
      points.push([coordinates[vertex * 2] as number, coordinates[vertex * 2 + 1] as number]);
    found.push(points);
  }
  return found;
}

/** As much of a feature as its tile knows, for painting and naming it; what else it has must be fetched. */
export function featureOf(columns: FeatureColumns, index: number, tile: TileAddress): PlanFeature {
  const code = textsOf(columns, "codes")[index] as string;
  const side = 2 ** tile.z * EXTENT;
  const lines = linesOf(columns, index).map((line) =>
    line.map(([x, y]) => [...fromUnit((tile.col * EXTENT + x) / side, (tile.row * EXTENT + y) / side)]),
  );
  const geometry: Geometry =
    columns.kind === "point"
      ? { type: "Point", coordinates: lines[0]?.[0] ?? [0, 0] }
      : columns.kind === "line"
        ? { type: "MultiLineString", coordinates: lines }
        : { type: "Polygon", coordinates: lines };
  return tileFeature(code, geometry, {
    ...columns.looks[columns.look[index] as number],
    name_zh: textsOf(columns, "names_zh")[index] ?? code,
    name_en: textsOf(columns, "names_en")[index] || null,
  });
}

const LISTS = collectionDefinitions.flatMap(({ properties }) =>
  properties.filter(({ type }) => type === "codes").map(({ name }) => name),
);

/** A tile has no lists: they come as text between commas. */
export function tileFeature(code: string, geometry: Geometry, known: Readonly<Record<string, unknown>>): PlanFeature {
  const lists = LISTS.flatMap((name) => {
    const text = known[name];
    return typeof text === "string" ? [[name, text === "" ? [] : text.split(",")]] : [];
  });
  return lightFeature(code, geometry, { ...known, ...Object.fromEntries(lists) });
}
