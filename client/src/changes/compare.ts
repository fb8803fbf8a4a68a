import type { Geometry } from "geojson";
import type { ChangeItem } from "../api/answers.ts";
import { boundsOf } from "../geo/bounds.ts";
import { comparedPlaces, mapRequest } from "../viewport/map-link.ts";

/** What is drawn of an item, of its places alone or with all that is said of it. */
export type Placed = {
  action: string;
  before: { geometry: unknown } | null;
  after: { geometry: unknown } | null;
};

type Places = { before: Geometry | null; after: Geometry | null };

const known = new WeakMap<Placed, Places>();

/** The places of an item; what is the same before and after is drawn once, as it is. Compared once, for a set has hundreds. */
export function placesOf(item: Placed): Places {
  const places = known.get(item) ?? compared(item);
  known.set(item, places);
  return places;
}

function compared({ before, after, action }: Placed): Places {
  const [was, shall] = [before?.geometry ?? null, action === "withdraw" ? null : (after?.geometry ?? null)];
  const isSame = JSON.stringify(was) === JSON.stringify(shall);
  return { before: (isSame ? null : was) as Geometry | null, after: shall as Geometry | null };
}

export const isMoved = (item: Pick<ChangeItem, "before" | "after" | "action">): boolean =>
  item.action === "change" &&
  JSON.stringify(item.before?.geometry ?? null) !== JSON.stringify(item.after?.geometry ?? null);

/** West, south, east, north of all of them; null where nothing has a place. */
export function boundsOfPlaces(places: readonly Places[]): readonly [number, number, number, number] | null {
  const boxes = places.flatMap(({ before, after }) =>
    [before, after].flatMap((geometry) => {
      const box = geometry && boundsOf(geometry);
      return box ? [box] : [];
    }),
  );
  if (boxes.length === 0) return null;
  const side = (at: 0 | 1 | 2 | 3, of: (...all: number[]) => number) => of(...boxes.map((box) => box[at]));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

/** Draws them over the plan. */
export function markPlaces(places: readonly Places[]): void {
  comparedPlaces.value = places;
}

/** Draws them over the plan and shows all of them. */
export function showPlaces(places: readonly Places[]): void {
  markPlaces(places);
  const bounds = boundsOfPlaces(places);
  if (bounds) mapRequest.value = { kind: "extent", bounds };
}

export function hidePlaces(): void {
  comparedPlaces.value = [];
}
