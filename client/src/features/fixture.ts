import type { PlanFeature, PlanProperties } from "../api/types.ts";

/** A feature for tests: what a test is about is given, the rest is plain. */
export function feature(code: string, properties: Partial<PlanProperties> = {}, placed = true): PlanFeature {
  return {
    type: "Feature",
    id: code,
    geometry: placed ? { type: "Point", coordinates: [116.6, 35.4] } : null,
    properties: {
      code,
      version: 1,
      name_zh: code,
      name_en: null,
      aliases: [],
      origin: "plan",
      plan_status: "planned",
      plan_status_basis: "derived",
      placement: placed ? "inferred" : "unplaced",
      placement_reason_zh: null,
      placement_reason_en: null,
      placed_by: null,
      accuracy_m: 2000,
      horizon_from: null,
      horizon_to: null,
      source: "digitised",
      citations: [],
      not_stated: [],
      ...properties,
    },
  };
}

/** mulberry32: the same views at every run, so that a failure can be looked at again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
