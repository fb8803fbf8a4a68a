import { hasRole } from "../catalogue.ts";
import { collections } from "../features/plan.ts";
import { fromUnit, worldSize } from "../geo/mercator.ts";
import { layers } from "../layers/view.ts";
import type { Point, Primitive } from "../symbols/primitives.ts";
import type { Frame } from "./frame.ts";
import type { SceneContext } from "./scene/context.ts";
import { buildGround } from "./scene/ground.ts";
import type { SceneLayer } from "./scene/scene.ts";

/** What lies at the bottom, as it would be painted now. */
export type Ground = {
  /** It is there already, as it would be painted. */
  isPainted: boolean;
  primitives: () => Primitive[];
  /** It has been painted, and stays until something of it changes. */
  keep: () => void;
};

/** Remembers what the ground was painted from: a filter or a selection leaves it as it is, and half of the painting is saved. */
export function createGroundMemory() {
  let painted: { key: string; collections: unknown } = { key: "", collections: null };
  /** `boundary`: the layer at the bottom of the order, which belongs to the ground. */
  return (context: SceneContext, frame: Frame, pixelRatio: number, boundary: SceneLayer | undefined): Ground => {
    const state = layers.peek().find((entry) => hasRole(entry.id, "boundary"));
    const key = JSON.stringify([frame, pixelRatio, context.theme, context.raster, state, boundary === undefined]);
    const now = { key, collections: collections.peek() };
    const size = worldSize(frame.zoom);
    const inverse = ([x, y]: Point) => fromUnit((x + frame.left) / size, (y + frame.top) / size);
    return {
      isPainted: key === painted.key && now.collections === painted.collections,
      primitives: () => [...buildGround(context, inverse), ...(boundary?.primitives ?? [])],
      keep: () => {
        painted = now;
      },
    };
  };
}
