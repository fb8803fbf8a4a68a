import { effect, signal } from "@preact/signals";
import { signIns } from "../account/session.ts";
import { forgetFetched } from "../features/fetched.ts";
import { isLoading, loadPlan } from "../features/load.ts";
import { loadedTag } from "../features/load-state.ts";
import { asOf } from "../history/view.ts";
import { mapRequest, planChanges } from "../viewport/map-link.ts";
import { notificationHints } from "./hints.ts";
import { askRevision, hearRevisions } from "./requests.ts";

/** So often a page asks that cannot be told. */
const ASK_MS = 20_000;
/** A server that was not told yet answers of before: then it is asked again, some times. */
const AGAIN_MS = 2000;
const MOST_TRIES = 5;

/**
 * Brings an open page to every new revision of the plan: what is held is asked for again and takes the place of the old, so
 * that filter, card, scroll and what somebody types stay. A connection is held only while the page is looked at, for a
 * browser has few of them.
 */
export function startLive(): void {
  const latest = signal<string | null>(null);
  let stop: (() => void) | null = null;
  let asking = 0;

  const told = (tag: string | null) => {
    latest.value = tag ?? latest.peek();
  };
  const hinted = () => {
    notificationHints.value += 1;
  };
  const rest = () => {
    stop?.();
    stop = null;
    window.clearInterval(asking);
  };
  const listen = () => {
    if (document.hidden || stop) return;
    window.clearInterval(asking);
    stop = hearRevisions(
      told,
      () => {
        rest();
        asking = window.setInterval(() => void askRevision().then(told), ASK_MS);
      },
      hinted,
    );
  };

  // a connection that nobody's page has opened is told nothing that concerns somebody
  let heardAs = signIns.peek();
  effect(() => {
    if (signIns.value === heardAs) return;
    heardAs = signIns.value;
    rest();
    listen();
  });

  let isStarted = false;
  effect(() => {
    // what is to be drawn first comes first
    if (isLoading.value || isStarted) return;
    isStarted = true;
    listen();
    document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  });
  followLatest(latest);
}

function followLatest(latest: { readonly value: string | null }): void {
  let [tried, tries, timer] = ["", 0, 0];
  effect(() => {
    const tag = latest.value;
    if (isLoading.value || tag === null || tag === loadedTag.value || asOf.value !== "") return;
    tries = tag === tried ? tries + 1 : 0;
    tried = tag;
    window.clearTimeout(timer);
    if (tries < MOST_TRIES) timer = window.setTimeout(renewPlan, tries === 0 ? 0 : AGAIN_MS);
  });
}

/** Another moment is another plan: all of it is asked for. */
export function startAsOf(): void {
  let shown = asOf.peek();
  effect(() => {
    if (asOf.value === shown) return;
    shown = asOf.value;
    renewPlan();
  });
}

/** Asks again for all that is shown. */
function renewPlan(): void {
  forgetFetched();
  void loadPlan();
  planChanges.value += 1;
  mapRequest.value = { kind: "tiles-again" };
}
