import { batch } from "@preact/signals";
import { selection } from "../selection/view.ts";
import { width } from "./layout.ts";
import { sheetStop } from "./sheet.ts";
import { PAGES, type Page, page } from "./view.ts";

/** A page takes the place of the tabs; where there is room for one panel, the card gives way. One that the package has nothing for stays closed. */
export function openPage(to: Exclude<Page, "map">): void {
  if (!PAGES.includes(to)) return;
  batch(() => {
    page.value = to;
    if (width.value !== "wide") selection.value = { kind: "none" };
    // what is asked about is on the map
    if (width.value === "phone") sheetStop.value = to === "here" ? "half" : "full";
  });
}

/** A comparison is left for the results it was made of. */
export const pageBefore = (of: Page): Page => (of === "compare" ? "parks" : "map");

export function closePage(): void {
  page.value = pageBefore(page.value);
}
