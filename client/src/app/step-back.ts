import { closePage } from "../layout/pages.ts";
import { page } from "../layout/view.ts";
import { citedParagraph, reading, shownParagraph } from "../reading/view.ts";
import { closeFeature } from "../selection/select.ts";
import { selection } from "../selection/view.ts";

/** Esc, one thing at a time: the open citation, what stands out, the card, the page, the chapter. */
export function stepBack(): boolean {
  // what stands beside a card and has the focus was opened after it
  const isInPage = page.value !== "map" && document.activeElement?.closest(".panel-left");
  if (isInPage) closePage();
  else if (citedParagraph.value !== null) citedParagraph.value = null;
  else if (shownParagraph.value !== null) shownParagraph.value = null;
  else if (selection.value.kind !== "none") closeFeature();
  else if (page.value !== "map") closePage();
  else if (reading.value !== null) reading.value = null;
  else return false;
  return true;
}
