import { PbfWriter } from "pbf";

/** For tests: a vector tile of points and lines, encoded as the specification says. */
export type FixtureFeature = {
  kind: "point" | "line";
  at: readonly (readonly [number, number])[];
  properties: Readonly<Record<string, string | number>>;
};

export function encodeTile(layers: Readonly<Record<string, readonly FixtureFeature[]>>): ArrayBuffer {
  const tile = new PbfWriter();
  for (const [name, features] of Object.entries(layers))
    tile.writeMessage(
      3,
      (layer: { name: string; features: readonly FixtureFeature[] }, pbf: PbfWriter) => writeLayer(layer, pbf),
      {
        name,
        features,
      },
    );
  const bytes = tile.finish();
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function writeLayer({ name, features }: { name: string; features: readonly FixtureFeature[] }, pbf: PbfWriter): void {
  const keys: string[] = [];
  const values: (string | number)[] = [];
  const indexOf = <Value>(list: Value[], value: Value) => {
    if (!list.includes(value)) list.push(value);
    return list.indexOf(value);
  };
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  for (const { kind, at, properties } of features) {
    const tags = Object.entries(properties).flatMap(([key, value]) => [indexOf(keys, key), indexOf(values, value)]);
    pbf.writeMessage(
      2,
      (_: null, feature: PbfWriter) => {
        feature.writePackedVarint(2, tags);
        feature.writeVarintField(3, kind === "point" ? 1 : 2);
        feature.writePackedVarint(4, commands(at));
      },
      null,
    );
  }
  for (const key of keys) pbf.writeStringField(3, key);
  for (const value of values)
    pbf.writeMessage(
      4,
      (_: null, out: PbfWriter) =>
        typeof value === "string" ? out.writeStringField(1, value) : out.writeDoubleField(3, value),
      null,
    );
  pbf.writeVarintField(5, 4096);
}

function commands(points: FixtureFeature["at"]): number[] {
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const [first, ...rest] = points;
  if (!first) return [];
  const out = [9, zigzag(first[0]), zigzag(first[1])];
  if (rest.length === 0) return out;
  out.push((rest.length << 3) | 2);
  let before = first;
  for (const point of rest) {
    out.push(zigzag(point[0] - before[0]), zigzag(point[1] - before[1]));
    before = point;
  }
  return out;
}
