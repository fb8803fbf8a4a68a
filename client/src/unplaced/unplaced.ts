import { computed } from "@preact/signals";
import { collectionDefinitions, type Role } from "../catalogue.ts";
import { featuresIn } from "../features/features-in.ts";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";

/** Whose features may be without a place and are looked for on the map: projects, and who and what stands there. */
const ROLES: readonly Role[] = ["project", "site", "facility", "enterprise"];

/** Those of them whose layer is shown. */
export const trayCollections = computed(() =>
  collectionDefinitions.flatMap(({ id, role }) =>
    role && ROLES.includes(role) && isLayerVisible(layers.value, id) ? [id] : [],
  ),
);

/** How many of what is shown have no place, under filter and horizon. */
export const unplacedCount = computed(() =>
  trayCollections.value.reduce((sum, id) => sum + (featuresIn(id).count()?.unplaced ?? 0), 0),
);
