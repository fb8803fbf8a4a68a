import { batch } from "@preact/signals";
import { width } from "../layout/layout.ts";
import { sheetStop } from "../layout/sheet.ts";
import { showTab } from "../layout/show-tab.ts";
import { selection } from "../selection/view.ts";
import { trayAsked, trayOpen, trayPark } from "./view.ts";

/** Lists what is related to a park and has no place: in the tray over the map, on a phone in the list. */
export function openUnplacedAt(park: string): void {
  batch(() => {
    trayPark.value = park;
    trayAsked.value = true;
    if (width.value !== "phone") {
      trayOpen.value = true;
      return;
    }
    // one panel at a time: a card would stand in its place
    selection.value = { kind: "none" };
    showTab("list");
    sheetStop.value = "full";
  });
}
