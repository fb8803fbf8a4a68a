import { computed, signal } from "@preact/signals";
import { changesOpen } from "../changes/view.ts";
import { hasOwnPanel } from "../viewport/tool.ts";

/** The sheet of a small window: at which edge it stands, how far it is out, and what it covers. */

export type SheetStop = "peek" | "half" | "full";

/** Below this a window is low, and its sheet stands at the side from this width on. */
const LOW_PX = 560;
const SIDE_PX = 600;
/** Below this a narrow window holds either the map or the sheet. */
const TINY_PX = 480;
/** The bar above the sheet stays. */
const SEARCH_BAR_PX = 72;
const GRIP_PX = 48;
/** While something is measured the tool has the place of the sheet. */
const MEASURE_PX = { bottom: 184, tiny: 120, side: 300 };

export const windowSize = signal({ x: 1440, y: 900 });
export const sheetDock = computed<"bottom" | "side">(() =>
  windowSize.value.y < LOW_PX && windowSize.value.x >= SIDE_PX ? "side" : "bottom",
);
export const isTiny = computed(() => sheetDock.value === "bottom" && windowSize.value.y < TINY_PX);
export const sheetStops = computed<readonly SheetStop[]>(() =>
  isTiny.value ? ["peek", "full"] : ["peek", "half", "full"],
);
export const sheetStop = signal<SheetStop>("half");

/** Pixels of the window that the sheet takes at a stop: of its height, or of its width when it stands at the side. */
export function sheetExtent(stop: SheetStop): number {
  const { x, y } = windowSize.value;
  if (sheetDock.value === "side")
    return { peek: GRIP_PX, half: Math.round(Math.min(420, Math.max(320, x * 0.46))), full: x - GRIP_PX }[stop];
  if (isTiny.value) return stop === "peek" ? GRIP_PX : y;
  return { peek: 2 * GRIP_PX, half: Math.round(y * 0.45), full: y - SEARCH_BAR_PX }[stop];
}

/** What the sheet, or what has its place (the measure tool, a sheet of changes), covers of a small window. */
export const sheetCover = computed(() => {
  if (changesOpen.value) return sheetExtent("half");
  if (!hasOwnPanel.value) return sheetExtent(sheetStop.value);
  return MEASURE_PX[isTiny.value ? "tiny" : sheetDock.value];
});
