import type { PlanFeature } from "../api/types.ts";
import { collectionOf } from "../catalogue.ts";
import { chainsOf } from "../features/plan.ts";
import type { LayerState } from "../layers/view.ts";

type Features = ReadonlyMap<string, readonly PlanFeature[]>;

/**
 * Who asks for parks of a chain sees its projects and enterprises stand with them, although the layer is switched off:
 * then those of the chain and nothing else of the layer. The layers themselves stay as the reader has them.
 */
export function withSought(
  features: Features,
  layers: readonly LayerState[],
  chain: string | null,
): { features: Features; layers: readonly LayerState[] } {
  const wanted = [collectionOf("project"), collectionOf("enterprise")];
  const added = new Map(
    chain === null
      ? []
      : layers.flatMap(({ id, visible }) => {
          if (visible || !wanted.includes(id)) return [];
          const own = (features.get(id) ?? []).filter((feature) => chainsOf(id, feature)?.includes(chain));
          return own.length > 0 ? [[id, own] as const] : [];
        }),
  );
  if (added.size === 0) return { features, layers };
  return {
    features: new Map([...features, ...added]),
    layers: layers.map((layer) => (added.has(layer.id) ? { ...layer, visible: true } : layer)),
  };
}
