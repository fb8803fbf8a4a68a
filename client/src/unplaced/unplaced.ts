import { computed } from "@preact/signals";
import { collectionDefinitions, isFrame, kindOfCollection } from "../catalogue.ts";
import { matching } from "../features/facets.ts";
import { featuresIn } from "../features/features-in.ts";
import { heldFeatures, PARKS } from "../features/plan.ts";
import { filterInForce } from "../filter/match.ts";
import { horizon } from "../horizon/view.ts";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { ENTERPRISES, type Group, groupUnplaced } from "./grouping.ts";

/**
 * Whose features may be without a place and are looked for on the map: whatever stands in the frame of the plan. A line
 * that is not drawn says so in the row of its layer.
 */
const mayBeUnplaced = collectionDefinitions
  .map(({ id }) => id)
  .filter((id) => !isFrame(id) && kindOfCollection(id) !== "line");

/** Those of them whose layer is shown. */
export const trayCollections = computed(() => mayBeUnplaced.filter((id) => isLayerVisible(layers.value, id)));

/** What else would be in the tray, were its layer not switched off. */
export const unplacedInHidden = computed(() =>
  mayBeUnplaced.flatMap((collection) => {
    const count = featuresIn(collection).count()?.unplaced ?? 0;
    return count > 0 && !isLayerVisible(layers.value, collection) ? [{ collection, count }] : [];
  }),
);

/** How many of what is shown have no place, under filter and horizon. */
export const unplacedCount = computed(() =>
  trayCollections.value.reduce((sum, id) => sum + (featuresIn(id).count()?.unplaced ?? 0), 0),
);

/** What has no place under filter and horizon, of a large collection what is held of it, by what relates it to the map. */
export const groups = computed<readonly Group[]>(() => groupsOf(trayCollections.value));

export function groupsOf(of: readonly string[]): readonly Group[] {
  const things = of.flatMap((collection) =>
    matching(collection, heldFeatures(collection), filterInForce.value, horizon.value)
      .filter(({ geometry }) => geometry === null)
      .map((feature) => ({ collection, feature })),
  );
  return groupUnplaced(things, heldFeatures(PARKS), heldFeatures(ENTERPRISES));
}
