import { stepHorizon } from "../horizon/stops.ts";
import { isComposing, keyboardSheetOpen, lettersOn } from "../keyboard/keyboard.ts";
import { openPage } from "../layout/pages.ts";
import { showTab } from "../layout/show-tab.ts";
import { focusSearch } from "../search/focus-search.ts";
import { mapRequest } from "../viewport/map-link.ts";
import { hasOwnPanel } from "../viewport/tool.ts";
import { stepBack } from "./step-back.ts";

const letters: Readonly<Record<string, () => void>> = {
  "/": focusSearch,
  l: () => showTab("layers", ".layer-group button"),
  f: () => showTab("layers", ".chain-chip"),
  t: () => showTab("text", "#tab-text"),
  g: () => openPage("gaps"),
  p: () => openPage("policies"),
  i: () => openPage("panorama"),
  v: () => openPage("parks"),
  h: () => openPage("here"),
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
    mapRequest.value = { kind: "whole" };
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
      // a tool with a panel of its own answers Esc itself while it is in use
      if (!hasOwnPanel.value && stepBack()) event.preventDefault();
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
