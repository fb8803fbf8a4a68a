import { computed, effect, signal } from "@preact/signals";
import { changeShown, changesOpen, queueOpen, siteDraft } from "../changes/view.ts";
import { selection } from "../selection/view.ts";
import { isTiny, sheetStop, sheetStops, windowSize } from "./sheet.ts";
import { type Page, page, tab } from "./view.ts";

/**
 * How the window is divided; follows from its size and is not part of a link. `phone` is every small window: a phone in
 * either direction, and a desk's at 200 or 400 %.
 */
export type Width = "wide" | "middle" | "phone";

export const width = signal<Width>("wide");

/** What a person asked of the left panel; null lets the width and the open card decide. */
const leftWish = signal<"open" | "folded" | null>(null);

export const cardOpen = computed(() => selection.value.kind !== "none");
/** In a wide window the queue has the place of the left panel, beside what is looked at of it. */
export const queueOnLeft = computed(() => queueOpen.value && width.value === "wide");
/** There a site has its form in that place, and what the plan says of it in the place of the card. */
export const siteOnLeft = computed(() => siteDraft.value !== null && width.value === "wide");
const isLeftTaken = computed(() => queueOnLeft.value || siteOnLeft.value);
/** A sheet of changes in the place of the card. */
export const changeOnSide = computed(() => (queueOnLeft.value ? changeShown.value : changesOpen.value));
export const sideOpen = computed(() => cardOpen.value || changeOnSide.value);
/** RemoteRelated a card the map keeps at least this much between the panels. */
const MAP_PX = 440;
const CARD_PX = 424;
const CARD_SHARE = 0.46;
const MARGINS_PX = 48;
const LEFT_PX = 372;
const PAGE_PX: Partial<Record<Page, number>> = {
  gaps: 454,
  policies: 454,
  parks: 454,
  here: 400,
  panorama: 760,
  indicators: 900,
  compare: 1180,
};

/** A card leaves the map more than half of a middling window. */
export const cardWidth = computed(() => Math.min(CARD_PX, Math.round(windowSize.value.x * CARD_SHARE)));
/** A page beside the map is as wide as what it holds, and as the map allows; the phone has one width. */
export const leftWidth = computed(() => {
  const wanted = isLeftTaken.value ? LEFT_PX : (PAGE_PX[page.value] ?? (tab.value === "text" ? 430 : LEFT_PX));
  const { x } = windowSize.value;
  const room = sideOpen.value ? x - cardWidth.value - MARGINS_PX - MAP_PX : x - MARGINS_PX;
  return Math.min(wanted, Math.max(LEFT_PX, room));
});
/** Opening a card folds the left panel; a middling window holds one panel at a time. */
export const leftOpen = computed(() => {
  if (width.value === "phone") return false;
  if (width.value === "middle" && sideOpen.value) return false;
  if (isLeftTaken.value) return true;
  if (page.value !== "map") return true;
  return leftWish.value === null ? !sideOpen.value : leftWish.value === "open";
});

export function setLeftPanel(wish: "open" | "folded"): void {
  if (wish === "folded") page.value = "map";
  if (wish === "open" && width.value === "middle") selection.value = { kind: "none" };
  leftWish.value = wish;
}

/** `leftOpens`: a link to a sentence opens the pane it stands in, beside the card where both have room. */
export function startLayout(leftOpens: boolean): void {
  const wide = window.matchMedia("(min-width: 1280px)");
  // the same question as in the style sheets
  const phone = window.matchMedia("(max-width: 767.98px), (max-height: 559.98px)");
  const update = () => {
    windowSize.value = { x: window.innerWidth, y: window.innerHeight };
    width.value = phone.matches ? "phone" : wide.matches ? "wide" : "middle";
  };
  wide.addEventListener("change", update);
  phone.addEventListener("change", update);
  window.addEventListener("resize", update);
  update();
  if (isTiny.peek() && !cardOpen.peek()) sheetStop.value = "peek";
  // a window that has become low and narrow has no half
  effect(() => {
    if (!sheetStops.value.includes(sheetStop.value)) sheetStop.value = "full";
  });
  if (leftOpens) leftWish.value = "open";
  // a card that opens or closes takes the decision back
  effect(() => {
    if (cardOpen.value) {
      // reading goes on beside the card: the text says what the card shows
      if (width.peek() !== "wide" || tab.peek() !== "text") leftWish.value = null;
      // a sheet that covers the map would hide what the card is about
      sheetStop.value = "half";
    }
  });
}
