import { effect } from "@preact/signals";
import { cardOpen, leftOpen, leftWidth, sheetStop, width } from "../state/layout.ts";
import { insets } from "../state/map-link.ts";
import { stopHeight } from "./bottom-sheet.tsx";

// as layout.css places them: panel + margin, and the bar of search, summary or horizon
const INSET = 16;
const RAIL = 56;
const CARD = 424;
const TOP_BAR = 56;
// with the panel folded the search stands above the summary
const TOP_BARS = 108;
const BOTTOM_BAR = 116;
const PHONE_TOP = 70;

/** How much of each side of the window is covered: "the whole zone" is never under a panel. */
export function startInsets(): () => void {
  const update = () => {
    if (width.value === "phone") {
      // a sheet pulled up all the way leaves no map to aim at: aim at what the half sheet leaves
      const stop = sheetStop.value === "full" ? "half" : sheetStop.value;
      insets.value = { top: PHONE_TOP, right: 0, bottom: stopHeight(stop, window.innerHeight), left: 0 };
      return;
    }
    insets.value = {
      top: leftOpen.value ? TOP_BAR : TOP_BARS,
      right: cardOpen.value ? CARD + INSET : 0,
      bottom: BOTTOM_BAR,
      left: INSET + (leftOpen.value ? leftWidth.value : RAIL),
    };
  };
  const stop = effect(update);
  window.addEventListener("resize", update);
  return () => {
    stop();
    window.removeEventListener("resize", update);
  };
}
