import { effect } from "@preact/signals";
import { width } from "../layout/layout.ts";
import { isSame } from "../selection/selection.ts";
import { selection } from "../selection/view.ts";
import { citedMark, citedParagraph, reading } from "./view.ts";

/** Closes the citation of a card that is no longer open. */
export function startFollowingSelection(): void {
  let last = selection.peek();
  effect(() => {
    const now = selection.value;
    if (now === last) return;
    const same = now.kind === "feature" && isSame(last, now.collection, now.code);
    last = now;
    if (!same) {
      citedParagraph.value = null;
      // on a phone the sheet holds one thing: the card that was just opened
      if (width.peek() === "phone" && now.kind !== "none") reading.value = null;
      if (reading.peek() === null) citedMark.value = null;
    }
  });
}
