import { isComposing, keyboardSheetOpen, lettersOn } from "../state/keyboard.ts";
import { setLeftPanel, width } from "../state/layout.ts";
import { mapRequest } from "../state/map-link.ts";
import { openPage } from "../state/pages.ts";
import { sheetStop } from "../state/sheet.ts";
import { page, type Tab, tab, tool } from "../state/view.ts";
import { stepBack } from "./card/feature-card.tsx";
import { focusSoon } from "./controls/panel-focus.ts";
import { stepHorizon } from "./horizon.tsx";

export function showTab(next: Tab, focus?: string): void {
  page.value = "map";
  tab.value = next;
  if (width.value === "phone") sheetStop.value = "half";
  else setLeftPanel("open");
  if (focus) focusSoon(focus);
}

export function focusSearch(): void {
  const find = () => document.querySelector<HTMLInputElement>("[data-search]");
  // a sheet that is all the way out may have taken its place
  if (!find()) sheetStop.value = "peek";
  const focus = () => {
    find()?.focus();
    find()?.select();
  };
  if (find()) focus();
  else requestAnimationFrame(focus);
}

const letters: Readonly<Record<string, () => void>> = {
  "/": focusSearch,
  l: () => showTab("layers", ".layer-group button"),
  f: () => showTab("layers", ".chain-chip"),
  t: () => showTab("text", "#tab-text"),
  g: () => openPage("gaps"),
  i: () => openPage("panorama"),
  "[": () => stepHorizon(-1),
  "]": () => stepHorizon(1),
  "?": () => {
    keyboardSheetOpen.value = true;
  },
  "+": () => {
    mapRequest.value = { kind: "zoom", by: 1 };
  },
  "=": () => {
    mapRequest.value = { kind: "zoom", by: 1 };
  },
  "-": () => {
    mapRequest.value = { kind: "zoom", by: -1 };
  },
  "0": () => {
    mapRequest.value = { kind: "zone" };
  },
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName));

export function startShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      // the measure tool answers Esc itself while it is in use
      if (tool.value === "none" && stepBack()) event.preventDefault();
      return;
    }
    // the map has its own keys for zoom and whole zone
    const onMap = event.target instanceof HTMLElement && event.target.closest("#map") !== null;
    if (!lettersOn.value || (onMap && "+=-0".includes(event.key))) return;
    const act = letters[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}
