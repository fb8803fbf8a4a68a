/**
 * Waits until a form has been open for so many milliseconds: a program sends at once, a person whose browser fills it in waits
 * the rest. `openMs` says for how long it has been open.
 */
export const filledInByHand = (leastMs: number, openMs: () => number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, leastMs - openMs() + 50)));
