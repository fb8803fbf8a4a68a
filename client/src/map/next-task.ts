/** Lets the browser do what waits (a hand that drags the map, a frame) before the work goes on. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
