import { stepTo } from "../queue.ts";
import { COMPARISONS, comparison } from "../view.ts";

/** What a letter does in the desk; whether it does anything. */
export function pressedLetter(letter: string, desk: HTMLElement): boolean {
  switch (letter) {
    case "j":
      stepTo(1);
      return true;
    case "k":
      stepTo(-1);
      return true;
    case "d": {
      const at = COMPARISONS.indexOf(comparison.peek());
      comparison.value = COMPARISONS[(at + 1) % COMPARISONS.length] ?? "overlay";
      return true;
    }
    // the reason first, and the button that decides next: no single key decides
    case "r":
      return focusOn(desk, "[name=reason]");
    case "a":
      return focusOn(desk, "[data-action=approve]");
    case "c":
      return focusOn(desk, "[name=comment]");
    default:
      return false;
  }
}

function focusOn(desk: HTMLElement, selector: string): boolean {
  const found = desk.querySelector<HTMLElement>(selector);
  found?.focus();
  return found !== null;
}
