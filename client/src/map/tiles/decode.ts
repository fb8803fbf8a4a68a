import type { Kind } from "./columns.ts";
import { type MvtFeature, type MvtLayer, readLayers, type Value } from "./mvt.ts";

/** A vector tile taken apart: features, cells that count features, and what the tile says it leaves out. */

/** Many features counted as one; `terms` are numbers by property and term (`industry_chain.biopharma`). */
export type Cell = { x: number; y: number; count: number; terms: Readonly<Record<string, number>> };
export type Thinned = { collection: string; how: string; number: number };
/** A set of coded properties that many features have. */
export type Look = Readonly<Record<string, Value>>;
/** A feature as it comes out of a tile: its shape in tile units, its look, and where its layer has code and names. */
export type TileFeature = { lines: number[][]; look: number; texts: readonly number[] };
export type DecodedLayer = {
  collection: string;
  kind: Kind;
  looks: Look[];
  features: TileFeature[];
  cells: Cell[];
  textAt: MvtLayer["textAt"];
};
export type DecodedTile = { layers: DecodedLayer[]; thinned: Thinned[] };

/** The texts of a feature, in the order in which a `TileFeature` has them. */
export const TEXTS = ["code", "name_zh", "name_en"] as const;
const THINNED = "_thinned";
const KINDS: readonly Kind[] = ["point", "point", "line", "area"];

export function decodeTile(bytes: ArrayBuffer | null): DecodedTile {
  const tile: DecodedTile = { layers: [], thinned: [] };
  for (const layer of bytes ? readLayers(bytes) : []) {
    if (layer.name === THINNED) tile.thinned.push(...layer.features.map((feature) => thinnedOf(layer, feature)));
    else tile.layers.push(decodeLayer(layer));
  }
  return tile;
}

function thinnedOf(layer: MvtLayer, feature: MvtFeature): Thinned {
  const { collection, how, number } = propertiesOf(layer, feature.tags);
  return { collection: String(collection), how: String(how), number: Number(number) };
}

function decodeLayer(layer: MvtLayer): DecodedLayer {
  const { name, keys, textAt } = layer;
  const decoded: DecodedLayer = { collection: name, kind: "point", looks: [], features: [], cells: [], textAt };
  const places = keys.map((key) => TEXTS.indexOf(key as (typeof TEXTS)[number]));
  const count = keys.indexOf("count");
  const known = new Map<string, number>();
  for (const feature of layer.features) {
    const { tags, lines, type } = feature;
    const texts = [-1, -1, -1];
    const coded: number[] = [];
    let counts = false;
    for (let at = 0; at < tags.length; at += 2) {
      const key = tags[at] as number;
      const place = places[key] ?? -1;
      if (place >= 0) texts[place] = tags[at + 1] as number;
      else coded.push(key, tags[at + 1] as number);
      counts ||= key === count;
    }
    decoded.kind = KINDS[type] ?? "point";
    if (texts[0] === -1) {
      if (counts) decoded.cells.push(cellOf(propertiesOf(layer, tags), lines[0] ?? []));
      continue;
    }
    const same = coded.join();
    let look = known.get(same);
    if (look === undefined) {
      look = decoded.looks.length;
      known.set(same, look);
      decoded.looks.push(propertiesOf(layer, coded));
    }
    decoded.features.push({ lines, look, texts });
  }
  return decoded;
}

function propertiesOf({ keys, valueAt }: MvtLayer, tags: readonly number[]): Record<string, Value> {
  const properties: Record<string, Value> = {};
  for (let at = 0; at < tags.length; at += 2)
    properties[keys[tags[at] as number] ?? ""] = valueAt(tags[at + 1] as number);
  return properties;
}

function cellOf(properties: Look, [x = 0, y = 0]: number[]): Cell {
  const terms: Record<string, number> = {};
  for (const [name, value] of Object.entries(properties))
    if (name !== "count" && typeof value === "number") terms[name] = value;
  return { x, y, count: Number(properties.count), terms };
}
