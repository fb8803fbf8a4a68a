import { effect, signal } from "@preact/signals";
import { catalogue } from "../catalogue.ts";
import { getCatalogue } from "../catalogue-requests.ts";
import { isLoading } from "../features/load.ts";
import { planChanges } from "../viewport/map-link.ts";

/** The server has another catalogue than the one this page was made from. */
export const isCatalogueOld = signal(false);

const LOOK_MS = 300_000;

/** Looks when tiles tell of another revision, when somebody comes back to the page, and from time to time: it is "unchanged" nearly always. */
export function startCatalogueWatch(): void {
  const look = async () => {
    if (document.hidden || isCatalogueOld.peek()) return;
    const answer = await getCatalogue();
    if (answer.ok && answer.data.hash !== catalogue.hash) isCatalogueOld.value = true;
  };
  let looked = planChanges.peek();
  effect(() => {
    // what is shown comes first
    if (isLoading.value || planChanges.value === looked) return;
    looked = planChanges.value;
    void look();
  });
  document.addEventListener("visibilitychange", () => void look());
  window.setInterval(() => void look(), LOOK_MS);
}
