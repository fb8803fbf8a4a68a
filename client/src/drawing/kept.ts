import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { coalesced } from "../storage/coalesce.ts";
import { type HoldState, hold } from "../storage/hold.ts";
import { read, write } from "../storage/records.ts";
import { begun, geometry, isEmpty, log, mode, resume } from "./editor.ts";
import { act, type Log } from "./log.ts";
import { changesTo, handOf, type KeptHand, recordsOf, removalOf, untouchedSince } from "./log-records.ts";

/** What nobody has touched for so long is forgotten, in milliseconds: ninety days. */
const FORGOTTEN_MS = 90 * 24 * 60 * 60 * 1000;

/** `elsewhere`, `taken`: another tab works on it (storage/hold.ts), and nothing is kept here. `failed`: this browser keeps nothing. */
export type KeptState = "reading" | "kept" | "failed" | Exclude<HoldState, "asking" | "held">;
export type KeptDrawing = {
  readonly state: ReadonlySignal<KeptState>;
  /** Goes on in this tab with what the other one has kept. */
  take(): void;
  /** When all of it is written. */
  settled(): Promise<void>;
  /** `forget`: what it was drawn for has been sent. */
  stop(forget?: boolean): Promise<void>;
};

/**
 * Keeps the drawing in hand with its undo and redo in this browser, step by step as they are done: a reload, a sign-in and
 * a crash lose nothing. `of` names what it is drawn for, with the
 * id of the account where it belongs to one, so that nobody else finds it here; `mark` says which state of that it goes on from: where it is the
 * one that was kept, what was kept stands again; otherwise it stands behind what is there now, one undo away.
 */
export function keepDrawing(of: string, mark: () => string): KeptDrawing {
  const held = hold(`drawing ${of}`);
  const isRead = signal(false);
  let written: Log | null = null;
  const saving = coalesced<KeptHand>(async (hand) => {
    const isKept = await write(changesTo(of, written, hand, Date.now()));
    if (isKept) written = hand.log;
    return isKept;
  });
  const begin = async () => {
    const [heads, steps] = await Promise.all([read(recordsOf.heads), read(recordsOf.steps(of))]);
    const kept = handOf(heads.find(([key]) => key.at(-1) === of)?.[1], steps);
    if (held.state.peek() !== "held") return;
    if (kept) goOn(kept, mark());
    // without its oldest steps the others have moved up, and are written again
    written = kept?.isWhole && log.peek() === kept.log ? kept.log : null;
    isRead.value = true;
    const old = untouchedSince(heads, Date.now() - FORGOTTEN_MS).filter((name) => name !== of);
    if (old.length > 0) await write(old.flatMap(removalOf));
  };
  const stops = [
    effect(() => {
      const isHeld = held.state.value === "held";
      untracked(() => {
        isRead.value = false;
        if (isHeld) void begin();
      });
    }),
    effect(() => {
      const hand = { log: log.value, begun: begun.value, mode: mode.value };
      if (isRead.value) saving.keep({ ...hand, mark: untracked(mark) });
    }),
  ];
  return {
    state: computed(() => {
      const which = held.state.value;
      if (which === "elsewhere" || which === "taken") return which;
      if (!isRead.value) return "reading";
      return saving.state.value === "failed" ? "failed" : "kept";
    }),
    take: held.take,
    settled: saving.settled,
    async stop(forget = false) {
      for (const stop of stops) stop();
      await saving.settled();
      if (forget && isRead.peek()) await write(removalOf(of));
      held.release();
    },
  };
}

function goOn(kept: KeptHand, mark: string): void {
  const [now, isFresh] = [geometry.peek(), log.peek().done.length === 0];
  const isSame = JSON.stringify(now) === JSON.stringify(kept.log.geometry);
  if (isFresh && (isSame || isEmpty(now) || kept.mark === mark)) resume(kept);
  // the page was left and is back: it knows all its steps
  else if (isSame) return;
  else
    resume({
      log: act(kept.log, { kind: "replace", geometry: now }),
      begun: { loose: null, pending: [] },
      mode: "edit",
    });
}
