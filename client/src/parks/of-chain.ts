import { collectionDefinitions, type Role } from "../catalogue.ts";
import { chainsOf, heldFeatures } from "../features/plan.ts";

/** Who and what makes a chain: parks themselves are the answer. */
const ROLES: readonly Role[] = ["project", "site", "enterprise", "facility"];
const ofRoles = collectionDefinitions.flatMap(({ id, role }) => (role && ROLES.includes(role) ? [id] : []));

export type OfChain = { collection: string; placed: number; unplaced: number };

/**
 * How much the plan names of a chain, of each kind that is held, with and without a place. With a park: what the text
 * puts there, by naming the park or by where it stands; what has no place counts at the park all the same.
 */
export function countOfChain(chain: string, park?: string): OfChain[] {
  return ofRoles.flatMap((collection) => {
    const own = heldFeatures(collection).filter(
      (feature) =>
        (chainsOf(collection, feature) ?? []).includes(chain) &&
        (park === undefined || feature.properties.park === park || feature.properties.placed_by === park),
    );
    const placed = own.filter(({ geometry }) => geometry !== null).length;
    return own.length > 0 ? [{ collection, placed, unplaced: own.length - placed }] : [];
  });
}
