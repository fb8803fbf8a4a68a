import { computed, signal } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";

/** All features held as features (small collections), by collection id, in the order the server sends them. */
export const collections = signal<ReadonlyMap<string, readonly PlanFeature[]>>(new Map());

/** How a feature appears under filter and horizon: structure and parks that do not match fade, other features leave. */
export type Appearance = "normal" | "faded" | "hidden";
export const appearance = computed<(collection: string, feature: PlanFeature) => Appearance>(() => () => "normal");
