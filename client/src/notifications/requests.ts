import type { Notifications, Unread } from "../api/answers.ts";
import { get, send } from "../api/request.ts";

export const listNotifications = () => get<Notifications>("api/notifications?limit=30");

/** Those of a change set, or all up to one. */
export const readNotifications = (which: { up_to: number } | { change_set: number }) =>
  send<Unread>("POST", "api/notifications/read", which);
