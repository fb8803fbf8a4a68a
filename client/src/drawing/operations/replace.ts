import type { Drawn } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Another geometry in its place. The way back of whatever is reckoned: a reverse reckoning would be off by its rounding. */
export const replace = (geometry: Drawn, by: Drawn): Done => ({
  geometry: by,
  reverse: { kind: "replace", geometry },
});
