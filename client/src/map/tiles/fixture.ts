import { type FeatureColumns, toColumns } from "./columns.ts";
import { decodeTile } from "./decode.ts";
import { encodeTile, type FixtureFeature } from "./encode.ts";

/** The features of the only layer of a tile as columns, in the order in which they were written. */
export function columnsOf(features: readonly FixtureFeature[]): FeatureColumns {
  const [layer] = decodeTile(encodeTile({ layer: features })).layers;
  if (!layer) throw new Error("a layer needs a feature");
  return toColumns(layer, layer.features);
}

export const noColumns = (): FeatureColumns =>
  toColumns({ kind: "point", looks: [], textAt: () => new Uint8Array(0) }, []);

/** How a tile is painted, when nothing of it matters to the test. */
export const plainLook = {
  zoom: 12,
  compact: false,
  wide: true,
  theme: "light",
  language: "zh",
  colourBy: "industry_chain",
  raster: false,
  pixelRatio: 1,
} as const;
