import type { Position } from "geojson";
import { difference } from "../clipping.ts";
import { type Drawn, partsOf } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { replace } from "./replace.ts";

/** Takes the ground of a ring away: a hole where it lies inside, a bay where it crosses the edge. */
export const cutOut = (geometry: Drawn, ring: readonly Position[]): Done =>
  replace(geometry, partsOf(geometry).length > 0 ? difference(geometry, [[ring]]) : geometry);
