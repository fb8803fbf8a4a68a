import { signal } from "@preact/signals";
import type { Account } from "../api/answers.ts";

export type { Account };

/** Who is signed in, as far as it is known; null for nobody. */
export const account = signal<Account | null>(null);

/** The sheet of the account: closed, opened by somebody, or asking for the password because a session has ended. */
export const accountSheet = signal<"closed" | "open" | "ended">("closed");
/** How often somebody has signed in since the page was opened. */
export const signIns = signal(0);

let before: "closed" | "open" = "closed";

/** Asks for the password, over whatever is going on. */
export function askAgain(): void {
  if (accountSheet.peek() !== "ended") before = accountSheet.peek() === "open" ? "open" : "closed";
  accountSheet.value = "ended";
}

/** Somebody has: what was going on goes on. */
export function noteSignIn(now: Account): void {
  noteAccount(now);
  signIns.value += 1;
  if (accountSheet.peek() === "ended") accountSheet.value = now.must_change_password ? "open" : before;
}

const STORED = "spatialplan.signed-in";

/** Whether somebody was signed in here: nobody else's visit asks. The session itself no script can see. */
export const wasSignedIn = signal(read());

export function noteAccount(now: Account | null): void {
  account.value = now;
  wasSignedIn.value = now !== null;
  try {
    if (now) localStorage.setItem(STORED, "yes");
    else localStorage.removeItem(STORED);
  } catch {
    // a browser that keeps nothing asks again when the sheet is opened
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== null;
  } catch {
    return false;
  }
}
