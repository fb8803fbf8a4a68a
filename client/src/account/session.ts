import { signal } from "@preact/signals";
import type { Account } from "../api/answers.ts";

export type { Account };
export type Role = Account["roles"][number];

/** Who is signed in, as far as it is known; null for nobody. */
export const account = signal<Account | null>(null);

/** Whether somebody is signed in who may do what a role may; a password that somebody else has given allows nothing yet. */
export const isSignedInAs = (role: Role): boolean =>
  account.value !== null && !account.value.must_change_password && account.value.roles.includes(role);

/** The sheet of the account: closed, opened by somebody, or asking who it is, over whatever is going on. */
export const accountSheet = signal<"closed" | "open" | "asking">("closed");
/** How often somebody has signed in since the page was opened. */
export const signIns = signal(0);

/** Whether there was a session until now: the password is asked for again. */
export const hasEnded = signal(false);

let before: "closed" | "open" = "closed";

/** Asks for name and password in place: for the first time, or because a session has ended. */
export function askToSignIn(): void {
  const now = accountSheet.peek();
  if (now !== "asking") before = now;
  hasEnded.value = hasEnded.peek() || account.peek() !== null;
  accountSheet.value = "asking";
}

/** Somebody has: what was going on goes on. */
export function noteSignIn(now: Account): void {
  noteAccount(now);
  hasEnded.value = false;
  signIns.value += 1;
  if (accountSheet.peek() === "asking") accountSheet.value = now.must_change_password ? "open" : before;
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
