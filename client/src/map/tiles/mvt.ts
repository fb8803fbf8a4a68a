import { PbfReader } from "pbf";

/**
 * The protocol buffers of a vector tile (Mapbox Vector Tile 2.1), read straight into flat arrays: a tile has tens of
 * thousands of vertices and thousands of names, and most of the names are never looked at.
 */
export type Value = string | number | boolean;
export type MvtFeature = {
  /** 1 point, 2 line, 3 area. */
  type: number;
  /** Key and value by turns, as numbers into the lists of the layer. */
  tags: number[];
  /** x, y by turns in units of the tile; a point has one line of one vertex. */
  lines: number[][];
};
export type MvtLayer = {
  name: string;
  keys: string[];
  features: MvtFeature[];
  valueAt: (number: number) => Value;
  /** The bytes of a text in UTF-8. */
  textAt: (number: number) => Uint8Array;
};

const MOVE = 1;
const LINE = 2;
const NO_BYTES = new Uint8Array(0);

export function readLayers(bytes: ArrayBuffer): MvtLayer[] {
  const layers: MvtLayer[] = [];
  new PbfReader(new Uint8Array(bytes)).readFields((field, found, pbf) => {
    if (field === 3) found.push(readLayer(pbf));
  }, layers);
  return layers;
}

function readLayer(pbf: PbfReader): MvtLayer {
  const places: number[] = [];
  const known: (Value | undefined)[] = [];
  const layer: MvtLayer = {
    name: "",
    keys: [],
    features: [],
    valueAt(number) {
      const held = known[number];
      if (held !== undefined) return held;
      const value = readValue(pbf, places[number]);
      known[number] = value;
      return value;
    },
    textAt(number) {
      const text = readText(pbf, places[number]);
      return text ?? NO_BYTES;
    },
  };
  pbf.readMessage((field, into) => {
    if (field === 1) into.name = pbf.readString();
    else if (field === 2) into.features.push(readFeature(pbf));
    else if (field === 3) into.keys.push(pbf.readString());
    // where it stands; read when it is asked for
    else if (field === 4) places.push(pbf.pos);
  }, layer);
  return layer;
}

function readValue(pbf: PbfReader, at: number | undefined): Value {
  if (at === undefined) return "";
  pbf.pos = at;
  const found: { value: Value } = { value: "" };
  pbf.readMessage((field, into) => {
    if (field === 1) into.value = pbf.readString();
    else if (field === 2) into.value = pbf.readFloat();
    else if (field === 3) into.value = pbf.readDouble();
    else if (field === 4) into.value = pbf.readVarint(true);
    else if (field === 5) into.value = pbf.readVarint();
    else if (field === 6) into.value = pbf.readSVarint();
    else if (field === 7) into.value = pbf.readBoolean();
  }, found);
  return found.value;
}

function readText(pbf: PbfReader, at: number | undefined): Uint8Array | null {
  if (at === undefined) return null;
  pbf.pos = at;
  const found: { text: Uint8Array | null } = { text: null };
  pbf.readMessage((field, into) => {
    if (field === 1) into.text = pbf.readBytes();
  }, found);
  return found.text;
}

function readFeature(pbf: PbfReader): MvtFeature {
  return pbf.readMessage(
    (field, feature: MvtFeature) => {
      if (field === 2) pbf.readPackedVarint(feature.tags);
      else if (field === 3) feature.type = pbf.readVarint();
      else if (field === 4) feature.lines = readLines(pbf);
    },
    { type: 0, tags: [], lines: [] },
  );
}

function readLines(pbf: PbfReader): number[][] {
  const end = pbf.readVarint() + pbf.pos;
  const lines: number[][] = [];
  let line: number[] = [];
  let [x, y] = [0, 0];
  while (pbf.pos < end) {
    const command = pbf.readVarint();
    const kind = command & 7;
    if (kind !== MOVE && kind !== LINE) {
      // the ring goes back to where it began
      if (line.length > 0) line.push(line[0] as number, line[1] as number);
      continue;
    }
    for (let count = command >> 3; count > 0; count--) {
      x += pbf.readSVarint();
      y += pbf.readSVarint();
      if (kind === MOVE) {
        line = [];
        lines.push(line);
      }
      line.push(x, y);
    }
  }
  return lines;
}
