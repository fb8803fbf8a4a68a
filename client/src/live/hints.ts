import { signal } from "@preact/signals";

/** Rises when the server says that somebody has been told something: whoever is signed in asks whether it was them. */
export const notificationHints = signal(0);
