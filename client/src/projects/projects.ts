import { computed } from "@preact/signals";
import type { Facets } from "../features/facet-requests.ts";
import { featuresIn } from "../features/features-in.ts";
import { PROJECTS } from "../features/plan.ts";

export { PROJECTS };

/** Whoever holds the projects; which that is shows when the server has said how many there are. */
export const projects = computed(() => featuresIn(PROJECTS));
const counts = computed(() => projects.value.counts());
export const projectsLoaded = computed(() => counts.value.facets !== null);
export const projectFacets = computed<Facets>(() => counts.value.facets ?? NOTHING);
/** The counts on screen are of another filter; the new ones are on their way. */
export const projectsCounting = computed(() => counts.value.stale);

const NOTHING: Facets = { numberMatched: 0, placed: 0, unplaced: 0, without_horizon: 0, facets: {}, sums: {} };
