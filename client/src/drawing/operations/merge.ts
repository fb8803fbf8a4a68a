import { union } from "../clipping.ts";
import { type Drawn, partsOf } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { replace } from "./replace.ts";

/** Parts that touch or overlap become one. */
export const merge = (geometry: Drawn): Done =>
  replace(geometry, partsOf(geometry).length > 1 ? union(geometry) : geometry);
