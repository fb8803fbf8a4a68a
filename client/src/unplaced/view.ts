import { signal } from "@preact/signals";

/** Not in the URL: the tray at the edge of the map stands open. */
export const trayOpen = signal(false);
/** The park whose groups alone are listed; null: all of them. */
export const trayPark = signal<string | null>(null);
/** Somebody has asked for the list and has not been led to it yet: the part that shows it may still be on its way. */
export const trayAsked = signal(false);
