import type { PlanFeature } from "../api/types.ts";
import { collectionDefinitions } from "../catalogue.ts";
import { featureName } from "../language/names.ts";
import { heldFeatures } from "./plan.ts";

/** Features that the page holds, to be chosen by typing: a list of names with their codes. */

export const heldWhere = (fits: (feature: PlanFeature) => boolean): PlanFeature[] =>
  collectionDefinitions.flatMap(({ id }) => heldFeatures(id)).filter(fits);

export const optionOf = (feature: PlanFeature): string => `${featureName(feature)} (${feature.properties.code})`;

/** What is meant by what was typed: an option of the list, or a code. */
export const findOption = (features: readonly PlanFeature[], said: string): PlanFeature | undefined =>
  features.find((feature) => optionOf(feature) === said || feature.properties.code === said);
