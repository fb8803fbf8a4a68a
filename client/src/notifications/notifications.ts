import { effect, signal } from "@preact/signals";
import { account } from "../account/session.ts";
import type { Notifications } from "../api/answers.ts";
import { notificationHints } from "../live/hints.ts";
import { listNotifications, readNotifications } from "./requests.ts";

/** What one was told of change sets, as it was asked last; null before that, and for nobody. */
export const notifications = signal<Notifications | null>(null);

/** Who is not told by the server asks from time to time. */
const ASK_MS = 60_000;
let isStarted = false;

/** Follows what somebody who is signed in is told; started once, by the sign that shows it. */
export function followNotifications(): void {
  if (isStarted) return;
  isStarted = true;
  effect(() => {
    void notificationHints.value;
    if (account.value && !account.value.must_change_password) void ask();
    else notifications.value = null;
  });
  window.setInterval(() => {
    if (account.peek() && !document.hidden) void ask();
  }, ASK_MS);
}

async function ask(): Promise<void> {
  const answer = await listNotifications();
  // a session that has ended is said where somebody wants something
  notifications.value = answer.ok ? answer.data : answer.problem.status === 401 ? null : notifications.peek();
}

export async function read(which: Parameters<typeof readNotifications>[0]): Promise<void> {
  await readNotifications(which);
  await ask();
}
