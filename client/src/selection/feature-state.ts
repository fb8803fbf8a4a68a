import { keyOf, unfetched } from "../features/fetched.ts";
import { isLarge } from "../features/large.ts";
import { collectionState } from "../features/load.ts";
import { findFeature } from "../features/plan.ts";

/** Whether a feature can be shown: of a large collection each is fetched by itself. */
export function featureState(collection: string, code: string): "ready" | "loading" | "failed" | "unknown" {
  if (findFeature(collection, code)) return "ready";
  if (!isLarge(collection)) {
    const whole = collectionState(collection);
    return whole === "ready" ? "unknown" : whole;
  }
  const problem = unfetched.value.get(keyOf(collection, code));
  if (!problem) return "loading";
  return problem.status === 404 ? "unknown" : "failed";
}
