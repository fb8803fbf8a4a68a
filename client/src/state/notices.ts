import { signal } from "@preact/signals";

/** Short messages: what a screen shows as a toast and a screen reader speaks. Words are keys of i18n. */
export type Notice = { id: number; key: string; args: Readonly<Record<string, string | number>> };

export const notices = signal<readonly Notice[]>([]);

const SHOWN_MS = 6000;
let next = 1;

export function notify(key: string, args: Notice["args"] = {}): void {
  const notice = { id: next++, key, args };
  notices.value = [...notices.value, notice];
  window.setTimeout(() => dismiss(notice.id), SHOWN_MS);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
