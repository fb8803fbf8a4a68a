import { batch } from "@preact/signals";
import { openPage } from "../layout/pages.ts";
import { comparedCodes } from "./view.ts";

/** Opens the comparison of projects or of chains, beginning with this one. */
export function compareWith(code: string): void {
  batch(() => {
    comparedCodes.value = [code];
    openPage("compare");
  });
}
