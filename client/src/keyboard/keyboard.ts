import { signal } from "@preact/signals";
import type { Key } from "../language/t.ts";

/**
 * Keys that belong to the input method: Enter takes a word, Esc drops it, arrows choose. Safari tells the last key of a
 * word by its code 229 only (UI Events 1.0, 3.5.2).
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

const STORED = "spatialplan.letters";

/** Single letters act only while no field has the focus, and can be turned off (WCAG 2.1.4). A habit, not a view: kept in the browser. */
export const lettersOn = signal(read() !== "off");
export const keyboardSheetOpen = signal(false);

/** A row of the sheet of keys. */
export type KeyRow = { keys: readonly string[]; key: Key };
/** Keys of parts that come when they are wanted. */
export const laterKeys = signal<readonly KeyRow[]>([]);
export const learnKeys = (rows: readonly KeyRow[]): void => {
  laterKeys.value = [...laterKeys.peek(), ...rows];
};

export function setLetters(on: boolean): void {
  lettersOn.value = on;
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // a browser that keeps nothing still has the switch until the page is left
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
