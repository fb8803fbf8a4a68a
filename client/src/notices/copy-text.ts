import { notify, notifyToCopy } from "./notices.ts";

/** Puts a text into the clipboard and says so with `done`, a key of the words. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(done);
  } catch {
    // a page that is not served over https may not write to the clipboard: the person can
    notifyToCopy("toast.copy_by_hand", text);
  }
}
