import { signal } from "@preact/signals";

/** What a link said that was not understood by its form, as it stood there; told once the page is open, and forgotten (drop-unknown.ts). */
export const unread = signal<readonly string[]>([]);

const LONGEST_TOLD = 40;
const MOST_TOLD = 20;

export function tellUnread(parts: readonly string[]): void {
  const told = parts.filter((part) => part.trim() !== "").map((part) => part.slice(0, LONGEST_TOLD));
  if (told.length > 0) unread.value = [...unread.peek(), ...told].slice(0, MOST_TOLD);
}

/** The parts of a list in a link; those that cannot be read and those beyond the most are told. */
export function readParts<Value>(
  text: string | null,
  most: number,
  read: (part: string) => readonly Value[],
  separator = ",",
): Value[] {
  if (!text) return [];
  const parts = text.split(separator);
  const values = parts.slice(0, most).map((part) => ({ part, found: read(part) }));
  tellUnread([...values.filter(({ found }) => found.length === 0).map(({ part }) => part), ...parts.slice(most)]);
  return values.flatMap(({ found }) => found);
}

/** The version of the form of these links; it rises when something that a link says comes to mean more than here is known. */
export const LINK_VERSION = 1;
/** That of the link that was opened. */
export const linkVersion = signal(LINK_VERSION);

export function parseVersion(text: string | null): number {
  if (text === null || /^[1-9]\d{0,3}$/.test(text)) return Number(text ?? LINK_VERSION);
  tellUnread([`v=${text}`]);
  return LINK_VERSION;
}
