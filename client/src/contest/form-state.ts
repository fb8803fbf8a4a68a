import { effect, signal } from "@preact/signals";
import { notify } from "../notices/notices.ts";
import { pickedPlace } from "../viewport/map-link.ts";
import { NO_TOOL, PLACE_TOOL, tool } from "../viewport/tool.ts";
import { type About, keyOf, writePlace } from "./about.ts";

/** What is written stands here and not in the form: on a phone the form gives way to the map while a place is pressed. */
export type Written = { reason: string; place: string; contact: string; sentence: number | null };
const NOTHING: Written = { reason: "", place: "", contact: "", sentence: null };

/** The open form; `openedAt` in milliseconds of the page. */
export const contesting = signal<{ key: string; openedAt: number } | null>(null);
export const written = signal<Written>(NOTHING);

export function beginContest(about: About): void {
  written.value = { ...NOTHING, sentence: about.kind === "paragraph" ? about.sentence : null };
  contesting.value = { key: keyOf(about), openedAt: performance.now() };
}

export function endContest(): void {
  if (isPicking) tool.value = NO_TOOL;
  contesting.value = null;
  written.value = NOTHING;
}

export function write(part: Partial<Written>): void {
  written.value = { ...written.peek(), ...part };
}

/** A place of this form is waited for; the tool may be in the hand of another. */
let isPicking = false;

/** The next press on the map is the place; Esc, or another tool, takes none. */
export function pickPlace(): void {
  pickedPlace.value = null;
  tool.value = PLACE_TOOL;
  notify("contest.press_map");
  isPicking = true;
  const stop = effect(() => {
    const place = pickedPlace.value;
    const isInHand = tool.value === PLACE_TOOL;
    if (isInHand && place === null) return;
    queueMicrotask(() => {
      stop();
      isPicking = false;
      if (place) write({ place: writePlace(place) });
      if (isInHand) tool.value = NO_TOOL;
      pickedPlace.value = null;
    });
  });
}
