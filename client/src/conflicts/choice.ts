import type { Geometry } from "geojson";
import type { Conflict, Resolution } from "../api/answers.ts";

export type Side = "mine" | "theirs";

/** What the author has chosen of a conflict so far: of what both have changed one side, or a place that is neither. */
export type Choice = {
  leavesOut: boolean;
  properties: Readonly<Record<string, Side>>;
  geometry: Side | { drawn: Geometry } | null;
};
export const NOTHING_CHOSEN: Choice = { leavesOut: false, properties: {}, geometry: null };

/** Which versions there are decides what can be asked: both sides, or one of them withdraws the feature. */
export type Kind = "changed" | "theirs-withdrew" | "mine-withdraws" | "gone";

export function kindOf({ mine, theirs }: Pick<Conflict, "mine" | "theirs">): Kind {
  if (mine && theirs) return "changed";
  return mine ? "theirs-withdrew" : theirs ? "mine-withdraws" : "gone";
}

/** How much of a conflict nobody but the author can say. */
export function openIn(
  conflict: Pick<Conflict, "mine" | "theirs" | "properties" | "geometry">,
  choice: Choice,
): number {
  if (choice.leavesOut || kindOf(conflict) !== "changed") return 0;
  const open = conflict.properties.filter(({ property, change }) => change === "both" && !choice.properties[property]);
  return open.length + (conflict.geometry === "both" && choice.geometry === null ? 1 : 0);
}

/** Whose value the merged feature has; null while nobody has said. What both have changed alike is the same either way. */
export function takenOf(change: string, chosen: Side | undefined): Side | null {
  if (change === "both") return chosen ?? null;
  return change === "theirs" ? "theirs" : "mine";
}

/** A conflict as the server is told to resolve it. */
export function resolutionOf(conflict: Conflict, { leavesOut, properties, geometry }: Choice): Resolution {
  const { collection, code, stands } = conflict;
  if (leavesOut) return { collection, code, stands, action: "leave-out" };
  const place =
    geometry !== null && typeof geometry === "object"
      ? (geometry.drawn as unknown as Record<string, unknown>)
      : conflict.geometry === "both"
        ? geometry
        : null;
  return {
    collection,
    code,
    stands,
    action: "merge",
    properties: { ...properties },
    ...(place && { geometry: place }),
  };
}
