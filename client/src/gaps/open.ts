import { batch } from "@preact/signals";
import { openPage } from "../layout/pages.ts";
import { gapKind, gapRule, shownGap } from "./view.ts";

/** The work list with one entry before the others. */
export function openGap(code: string): void {
  batch(() => {
    gapRule.value = null;
    gapKind.value = null;
    shownGap.value = code;
    openPage("gaps");
  });
}
