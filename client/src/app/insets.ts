import { effect, signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { changesOpen } from "../changes/view.ts";
import { cardWidth, leftOpen, leftWidth, sideOpen, width } from "../layout/layout.ts";
import { isTiny, sheetCover, sheetDock, sheetExtent, sheetStop } from "../layout/sheet.ts";
import { insets } from "../viewport/map-link.ts";
import { hasOwnPanel } from "../viewport/tool.ts";

// as layout.css places them: panel + margin
const INSET = 16;
const RAIL = 56;
const PHONE_TOP = 70;

/** How far down and up what stands above and below the map reaches: it is as high as its words are long. */
const bars = signal({ top: 0, bottom: 0 });

/** How much of each side of the window is covered: "the whole zone" is never under a panel. */
export function startInsets(): () => void {
  return effect(() => {
    const next = width.value === "phone" ? onPhone() : beside(bars.value);
    if (JSON.stringify(next) !== JSON.stringify(insets.peek())) insets.value = next;
  });
}

/** For the layout that holds them: keeps the heights of the bars. */
export function useBars(layout: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = () => {
      const boxes = (names: string) =>
        [...(layout.current?.querySelectorAll(names) ?? [])].map((bar) => bar.getBoundingClientRect());
      const top = Math.max(0, ...boxes(".map-search, .summary, .tool-row").map((box) => box.bottom));
      const bottom = Math.max(0, ...boxes(".horizon").map((box) => window.innerHeight - box.top));
      if (top !== bars.peek().top || bottom !== bars.peek().bottom) bars.value = { top, bottom };
    };
    measure();
    const sizes = new ResizeObserver(measure);
    for (const bar of layout.current?.querySelectorAll(".map-top-left, .map-top-right, .horizon") ?? [])
      sizes.observe(bar);
    window.addEventListener("resize", measure);
    return () => {
      sizes.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, [layout]);
}

function onPhone() {
  // a sheet that is all the way out leaves no map to aim at: aim at what the next stop leaves
  const isFull = !changesOpen.value && !hasOwnPanel.value && sheetStop.value === "full";
  const cover = isFull ? sheetExtent(isTiny.value ? "peek" : "half") : sheetCover.value;
  const isSide = sheetDock.value === "side";
  return { top: PHONE_TOP, right: isSide ? cover : 0, bottom: isSide ? 0 : cover, left: 0 };
}

function beside({ top, bottom }: { top: number; bottom: number }) {
  return {
    top,
    right: sideOpen.value ? cardWidth.value + INSET : 0,
    bottom,
    left: INSET + (leftOpen.value ? leftWidth.value : RAIL),
  };
}
