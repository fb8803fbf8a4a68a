import { signal } from "@preact/signals";

/** Short messages: what a screen shows as a toast and a screen reader speaks. Words are keys of language/words.ts. */
export type Notice = {
  id: number;
  key: string;
  args: Readonly<Record<string, string | number>>;
  /** Something to be copied by hand: it stays until it is closed. */
  copy: string | null;
};

export const notices = signal<readonly Notice[]>([]);

const SHOWN_MS = 6000;
let next = 1;

export function notify(key: string, args: Notice["args"] = {}): void {
  const { id } = show(key, args, null);
  window.setTimeout(() => dismiss(id), SHOWN_MS);
}

/** A text that the person has to copy: it takes the time it takes. The latest is the one that is meant. */
export function notifyToCopy(key: string, copy: string): void {
  notices.value = notices.value.filter((notice) => notice.copy === null);
  show(key, {}, copy);
}

function show(key: string, args: Notice["args"], copy: string | null): Notice {
  const notice = { id: next++, key, args, copy };
  notices.value = [...notices.value, notice];
  return notice;
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
