import { computed, effect, signal } from "@preact/signals";
import { selection } from "./view.ts";

/** How the window is divided; follows from its width and is not part of a link. */
export type Width = "wide" | "middle" | "phone";
export type SheetStop = "peek" | "half" | "full";

export const width = signal<Width>("wide");
/** What a person asked of the left panel; null lets the width and the open card decide. */
const leftWish = signal<"open" | "folded" | null>(null);
export const sheetStop = signal<SheetStop>("half");

export const cardOpen = computed(() => selection.value.kind === "feature");
/** Opening a card folds the left panel; a middling window holds one panel at a time. */
export const leftOpen = computed(() => {
  if (width.value === "phone") return false;
  if (width.value === "middle" && cardOpen.value) return false;
  return leftWish.value === null ? !cardOpen.value : leftWish.value === "open";
});

export function setLeftPanel(wish: "open" | "folded"): void {
  if (wish === "open" && width.value === "middle") selection.value = { kind: "none" };
  leftWish.value = wish;
}

export function startLayout(): void {
  const wide = window.matchMedia("(min-width: 1280px)");
  const phone = window.matchMedia("(max-width: 767.98px)");
  const update = () => {
    width.value = wide.matches ? "wide" : phone.matches ? "phone" : "middle";
  };
  wide.addEventListener("change", update);
  phone.addEventListener("change", update);
  update();
  // a card that opens or closes takes the decision back
  effect(() => {
    if (cardOpen.value) {
      leftWish.value = null;
      if (sheetStop.peek() === "peek") sheetStop.value = "half";
    }
  });
}
