import { notify, notifyToCopy } from "../state/notices.ts";
import { parseView, serialiseView } from "../state/url.ts";

/** The link of this view, or of one feature: the address bar says it all, so that is what is copied. */
export async function copyLink(feature?: { collection: string; code: string }): Promise<void> {
  const view = parseView(location.search, location.hash);
  const shown = feature ? { ...view, selection: { kind: "feature" as const, ...feature }, citedParagraph: null } : view;
  const link = `${location.origin}${location.pathname}${serialiseView(shown)}`;
  await copyText(link, "toast.copied");
}

/** Puts a text into the clipboard and says so with `done`, a key of i18n. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(done);
  } catch {
    // a page that is not served over https may not write to the clipboard: the person can
    notifyToCopy("toast.copy_by_hand", text);
  }
}
