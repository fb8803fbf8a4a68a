import { signal } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { choiceField } from "../url/field.ts";

/** Which state is shown of what has two: that which the plan says, or a later one that staff has confirmed. */
export const statusShown = signal<"plan" | "confirmed">("plan");
export const statusShownField = choiceField("status", statusShown, ["plan", "confirmed"]);

/** What staff has confirmed, where that shall be shown; null where the plan's word is. */
export const confirmedOf = ({ properties }: PlanFeature, isWanted: boolean): string | null =>
  isWanted && typeof properties.status_confirmed === "string" ? properties.status_confirmed : null;
