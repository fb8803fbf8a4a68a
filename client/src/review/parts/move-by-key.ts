import { letterOf } from "../queue.ts";

/** J and K, as arrows do, lead to the next row of a list and to the one before; none of it where somebody writes or chooses. */
export function moveByKey(event: KeyboardEvent, list: HTMLElement | null, selector: string): void {
  const target = event.target as HTMLElement;
  const letter = letterOf(event);
  const by = letter === "j" || event.key === "ArrowDown" ? 1 : letter === "k" || event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return;
  const rows = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])];
  event.preventDefault();
  event.stopPropagation();
  rows[rows.findIndex((row) => row.contains(target)) + by]?.focus();
}
