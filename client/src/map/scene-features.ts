import type { PlanFeature } from "../api/types.ts";
import { collections, findFeature } from "../features/plan.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { SceneContext } from "./scene/context.ts";
import type { TileSheet } from "./tiles/tile-sheet.ts";

/** A feature of a large collection, whole, with its sign where its tile has set it. */
export function whereShown(ref: FeatureRef, tiles: TileSheet): PlanFeature | null {
  const held = findFeature(ref.collection, ref.code) ?? null;
  if (held && held.geometry?.type !== "Point") return held;
  const seen = tiles.find(ref);
  return held && seen ? { ...held, geometry: seen.geometry } : (held ?? seen);
}

/** What the scene is built from: the small collections; of a large one only the selected feature, once it has come. */
export function sceneFeatures(
  { selected, tiled }: SceneContext,
  tiles: TileSheet,
): ReadonlyMap<string, readonly PlanFeature[]> {
  const all = collections.peek();
  if (!selected || !tiled?.has(selected.collection)) return all;
  const known = findFeature(selected.collection, selected.code);
  const feature = known && whereShown(selected, tiles);
  return feature ? new Map([...all, [selected.collection, [feature]]]) : all;
}
