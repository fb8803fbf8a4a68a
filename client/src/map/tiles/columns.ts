import type { Geometry } from "geojson";
import type { PlanFeature } from "../../api/types.ts";
import { collectionDefinitions } from "../../catalogue.ts";
import { fromUnit } from "../../geo/mercator.ts";
import { lightFeature } from "../../state/light-feature.ts";
import type { TileAddress } from "./address.ts";

/**
 * The features of one collection in one tile as columns: what can be pressed, named and listed, in a few arrays that
 * move between threads without being copied. Coordinates are in units of the tile, `EXTENT` to a side.
 */
export const EXTENT = 4096;

export type Kind = "point" | "line" | "area";
export type FeatureColumns = {
  kind: Kind;
  count: number;
  /** One line a feature: a text is handed over as a whole, thousands of texts one by one. */
  codes: string;
  names_zh: string;
  names_en: string;
  /** The different sets of coded properties, and which one a feature has. */
  looks: readonly Readonly<Record<string, unknown>>[];
  look: Uint16Array;
  /** x, y of every vertex; the lines of feature i are `starts[i]` to `starts[i + 1]`, line l begins at vertex `lines[l]`. */
  coordinates: Float32Array;
  lines: Uint32Array;
  starts: Uint32Array;
};

/** A feature as it comes out of a tile: names and codes, and its shape in tile units. */
export type TileFeature = { properties: Record<string, string | number | boolean>; lines: number[][] };

const ONE_LINE = /[\r\n]/g;
const NAMES = new Set(["code", "name_zh", "name_en"]);

export function toColumns(kind: Kind, features: readonly TileFeature[]): FeatureColumns {
  const looks: Record<string, unknown>[] = [];
  const numberOf = new Map<string, number>();
  const look = new Uint16Array(features.length);
  const starts = new Uint32Array(features.length + 1);
  const lines: number[] = [];
  const coordinates: number[] = [];
  const text = (name: string) =>
    features.map(({ properties }) => String(properties[name] ?? "").replace(ONE_LINE, " ")).join("\n");
  features.forEach(({ properties, lines: own }, index) => {
    const coded = Object.entries(properties).filter(([name]) => !NAMES.has(name));
    const key = JSON.stringify(coded);
    let number = numberOf.get(key);
    if (number === undefined) {
      number = looks.length;
      numberOf.set(key, number);
      looks.push(Object.fromEntries(coded));
    }
    look[index] = number;
    starts[index] = lines.length;
    for (const line of own) {
      lines.push(coordinates.length / 2);
      for (const value of line) coordinates.push(value);
    }
  });
  starts[features.length] = lines.length;
  return {
    kind,
    count: features.length,
    codes: text("code"),
    names_zh: text("name_zh"),
    names_en: text("name_en"),
    looks,
    look,
    coordinates: Float32Array.from(coordinates),
    lines: Uint32Array.from([...lines, coordinates.length / 2]),
    starts,
  };
}

export const buffersOf = ({ look, coordinates, lines, starts }: FeatureColumns): ArrayBuffer[] =>
  [look, coordinates, lines, starts].map((array) => array.buffer as ArrayBuffer);

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
    texts = columns.count === 0 ? [] : columns[name].split("\n");
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

/** As much of a feature as its tile knows, for drawing and naming it; what else it has must be fetched. */
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
