import type { Position } from "geojson";
import { type Drawn, rounded } from "../drawing/geometry.ts";
import { isNearPlan } from "../drawing/near-plan.ts";
import { type CoordinateSystem, isGeographic, toStore } from "../geo/coordinate-systems.ts";
import type { Corner, CornerRing, Order } from "./corner-text.ts";
import { nested } from "./parts/nested.ts";

/** As what corners are read: somebody's choice, which nothing changes but another choice. */
export type Reading = { readonly system: CoordinateSystem; readonly order: Order };

/** What would have been confused, were another reading meant. */
export type Confused =
  | "axes-swapped"
  | "zone-prefix-missing"
  | "zone-prefix-unexpected"
  | "metres-as-degrees"
  | "degrees-as-metres"
  | "other-system";
export type Offer = { readonly reading: Reading; readonly confused: readonly Confused[] };

export type Placed = {
  readonly kind: "placed";
  readonly drawn: Drawn;
  /** In the order of the text, for their numbers on the map. */
  readonly corners: readonly { readonly line: number; readonly label: string; readonly position: Position }[];
  /** Not near the plan: it may be meant so. */
  readonly isFar: boolean;
  /** Where only some corners lie far from it: their lines. */
  readonly lines: readonly number[];
  readonly offers: readonly Offer[];
};
export type NotPlaced = {
  readonly kind: "not-placed";
  /** Readings in which all corners lie near the plan. */
  readonly offers: readonly Offer[];
  /** Where only some corners lie there as they are read: the lines of the others. */
  readonly lines: readonly number[];
};

function placeOf({ first, second }: Corner, { system, order }: Reading): Position | null {
  const [x, y] = order === "east-first" ? [first, second] : [second, first];
  const at = toStore(system, x, y);
  return at && rounded(at);
}

/** The corners as a reading has them: an area with its parts and holes, or why there is none. Other readings are offered where they lie nearer to the plan. */
export function readAs(rings: readonly CornerRing[], reading: Reading): Placed | NotPlaced {
  const corners = rings.flat();
  const places = rings.map((ring) => ring.map((corner) => placeOf(corner, reading)));
  const all = places.flat();
  const offers = all.every((at) => at !== null && isNearPlan(at)) ? [] : offersFor(corners, reading);
  if (all.includes(null))
    return { kind: "not-placed", offers, lines: oddLines(corners, [reading, ...others(reading)]) };
  const known = places as Position[][];
  return {
    kind: "placed",
    drawn: nested(known),
    corners: corners.map(({ line, label }, i) => ({ line, label, position: all[i] as Position })),
    isFar: corners.some((corner) => !liesNear(corner, reading)),
    lines: oddLines(corners, [reading]),
    offers,
  };
}

const SYSTEMS: readonly CoordinateSystem[] = ["EPSG:4548", "EPSG:4527", "EPSG:4490", "EPSG:3857"];
const ORDERS: readonly Order[] = ["north-first", "east-first"];

/** Every other reading, the same system first. Degrees stay those of the system that was said: by their figures none can be told from another. */
function others({ system, order }: Reading): Reading[] {
  const systems = [system, ...SYSTEMS.filter((one) => one !== system && !(isGeographic(one) && isGeographic(system)))];
  return systems
    .flatMap((one) => ORDERS.map((way) => ({ system: one, order: way })))
    .filter((one) => one.system !== system || one.order !== order);
}

const offersFor = (corners: readonly Corner[], reading: Reading): Offer[] =>
  others(reading)
    .filter((other) => corners.every((corner) => liesNear(corner, other)))
    .map((other) => ({ reading: other, confused: confusedBetween(reading, other) }));

function liesNear(corner: Corner, reading: Reading): boolean {
  const at = placeOf(corner, reading);
  return at !== null && isNearPlan(at);
}

/** Lines that no reading has near the plan with the most of the others: mixed figures. Empty where all are alike. */
function oddLines(corners: readonly Corner[], readings: readonly Reading[]): number[] {
  const odd = readings.map((reading) => corners.filter((corner) => !liesNear(corner, reading)));
  const least = odd.reduce((best, one) => (one.length < best.length ? one : best));
  return least.length < corners.length ? least.map(({ line }) => line) : [];
}

/** What somebody who said the one and meant the other has confused. */
function confusedBetween(said: Reading, meant: Reading): Confused[] {
  const swapped: Confused[] = said.order === meant.order ? [] : ["axes-swapped"];
  if (said.system === meant.system) return swapped;
  const [from, to] = [isGeographic(said.system), isGeographic(meant.system)];
  if (from && !to) return ["metres-as-degrees", ...swapped];
  if (!from && to) return ["degrees-as-metres", ...swapped];
  if (said.system === "EPSG:4527" && meant.system === "EPSG:4548") return ["zone-prefix-missing", ...swapped];
  if (said.system === "EPSG:4548" && meant.system === "EPSG:4527") return ["zone-prefix-unexpected", ...swapped];
  return ["other-system", ...swapped];
}
