import { computed, effect, untracked } from "@preact/signals";
import type { Order } from "../features/order.ts";
import { type PageLanguage, pageLanguage } from "../language/view.ts";
import { tab } from "../layout/view.ts";
import { projects } from "./projects.ts";
import { type ListSort, listSort } from "./view.ts";

/** Null is the order that the features have of their own. A figure that is not stated comes last, never as 0. */
export function orderOf(sort: ListSort, shown: PageLanguage): Order | null {
  switch (sort) {
    case "plan":
      return null;
    case "name":
      return { by: "value", property: shown === "en" ? "name_en" : "name_zh", isDescending: false };
    case "investment":
      return { by: "value", property: "investment_cny", isDescending: true };
    case "status":
      return { by: "terms", property: "plan_status" };
  }
}

const order = computed(() => orderOf(listSort.value, pageLanguage.value));

/** The projects under filter and horizon, those without a place in a list of their own: none leaves without a word. */
export const placedList = computed(() => projects.value.list("placed", order));
export const unplacedList = computed(() => projects.value.list("unplaced", order));

/** While the list is open both are kept right. */
export function startProjectLists(): () => void {
  return effect(() => {
    if (tab.value !== "list") return;
    const stops = [placedList.value, unplacedList.value].map((list) => untracked(() => list.follow()));
    return () => {
      for (const stop of stops) stop();
    };
  });
}
