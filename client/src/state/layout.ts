import { computed, effect, signal } from "@preact/signals";
import { page, reading, selection, tab } from "./view.ts";

/** How the window is divided; follows from its width and is not part of a link. */
export type Width = "wide" | "middle" | "phone";
export type SheetStop = "peek" | "half" | "full";

export const width = signal<Width>("wide");
/** What a person asked of the left panel; null lets the width and the open card decide. */
const leftWish = signal<"open" | "folded" | null>(null);
export const sheetStop = signal<SheetStop>("half");

export const cardOpen = computed(() => selection.value.kind !== "none");
/** Beside a card the map keeps at least this much between the panels. */
const MAP_PX = 440;
const CARD_PX = 424;
const MARGINS_PX = 48;
const LEFT_PX = 372;
const windowWidth = signal(1440);

/** A page beside the map is as wide as what it holds, and as the map allows; the phone has one width. */
export const leftWidth = computed(() => {
  const wanted = page.value === "panorama" ? 760 : page.value === "gaps" ? 454 : tab.value === "text" ? 430 : LEFT_PX;
  const room = cardOpen.value ? windowWidth.value - CARD_PX - MARGINS_PX - MAP_PX : windowWidth.value - MARGINS_PX;
  return Math.min(wanted, Math.max(LEFT_PX, room));
});
/** Opening a card folds the left panel; a middling window holds one panel at a time. */
export const leftOpen = computed(() => {
  if (width.value === "phone") return false;
  if (width.value === "middle" && cardOpen.value) return false;
  if (page.value !== "map") return true;
  return leftWish.value === null ? !cardOpen.value : leftWish.value === "open";
});

export function setLeftPanel(wish: "open" | "folded"): void {
  if (wish === "folded") page.value = "map";
  if (wish === "open" && width.value === "middle") selection.value = { kind: "none" };
  leftWish.value = wish;
}

export function startLayout(): void {
  const wide = window.matchMedia("(min-width: 1280px)");
  const phone = window.matchMedia("(max-width: 767.98px)");
  const update = () => {
    windowWidth.value = window.innerWidth;
    width.value = wide.matches ? "wide" : phone.matches ? "phone" : "middle";
  };
  wide.addEventListener("change", update);
  phone.addEventListener("change", update);
  window.addEventListener("resize", update);
  update();
  // a link to a sentence opens the pane it stands in, beside the card where both have room
  if (reading.peek() !== null && tab.peek() === "text") leftWish.value = "open";
  // a card that opens or closes takes the decision back
  effect(() => {
    if (cardOpen.value) {
      // reading goes on beside the card: the text says what the card shows
      if (width.peek() !== "wide" || tab.peek() !== "text") leftWish.value = null;
      if (sheetStop.peek() === "peek") sheetStop.value = "half";
    }
  });
}
