import { batch, effect } from "@preact/signals";
import { showAddress, type View, writeAddress, writeSteps } from "./address.ts";

/** Reads the address once, then keeps address and signals in step until the returned function is called. */
export function startUrlSync(view: View): () => void {
  let steps = "";
  const read = () =>
    batch(() => {
      showAddress(view, location.search, location.hash);
      steps = writeSteps(view);
    });
  read();
  window.addEventListener("popstate", read);

  const stop = effect(() => {
    const address = `${location.pathname}${writeAddress(view)}`;
    const next = writeSteps(view);
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    if (next === steps) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    steps = next;
  });
  return () => {
    window.removeEventListener("popstate", read);
    stop();
  };
}
