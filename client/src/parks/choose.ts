import { chosen, MOST_CHOSEN } from "./view.ts";

/** Takes a park into the comparison or out of it; nothing happens when it is full. */
export function toggleChosen(code: string): void {
  const now = chosen.peek();
  if (now.includes(code)) chosen.value = now.filter((one) => one !== code);
  else if (now.length < MOST_CHOSEN) chosen.value = [...now, code];
}
