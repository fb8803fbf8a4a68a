import { signal } from "@preact/signals";
import { codeOf } from "../url/field.ts";
import { readParts } from "./link.ts";

/**
 * Notes of one's own, by the code of the park. They stand in the link and nowhere else, each short enough that a link
 * with four of them is one that a QR code takes (2,953 bytes).
 */
export const notes = signal<Readonly<Record<string, string>>>({});

/** Of a note in an address, where a Chinese character takes nine bytes: 60 of them, or some 500 letters. */
const LONGEST = 540;
const SEPARATOR = "\n";

const length = (text: string): number => encodeURIComponent(text).length;

/** As much of a text from its beginning as a note may be, on one line. */
export function fittingNote(text: string): string {
  let fitting = "";
  // half a surrogate pair is no text that an address can hold
  for (const character of text.replace(/\p{Cc}+/gu, " ").replace(/\p{Cs}/gu, "")) {
    if (length(fitting) + length(character) > LONGEST) break;
    fitting += character;
  }
  return fitting;
}

export function setNote(code: string, text: string): void {
  const { [code]: _, ...others } = notes.peek();
  const note = fittingNote(text);
  notes.value = note === "" ? others : { ...others, [code]: note };
}

/** `park-2 text`, a line each. */
export function parseNotes(text: string | null, most: number): Readonly<Record<string, string>> {
  const read = (line: string): [string, string][] => {
    const space = line.indexOf(" ");
    const code = codeOf(line.slice(0, Math.max(0, space)));
    const note = fittingNote(line.slice(space + 1)).trim();
    return code && note ? [[code, note]] : [];
  };
  return Object.fromEntries(readParts(text, most, read, SEPARATOR));
}

/** The notes of these parks, in their order. */
export const serialiseNotes = (of: Readonly<Record<string, string>>, codes: readonly string[]): string =>
  codes
    .flatMap((code) => {
      const note = of[code]?.trim();
      return note ? `${code} ${note}` : [];
    })
    .join(SEPARATOR);
