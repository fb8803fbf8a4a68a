import { copyText } from "../notices/copy-text.ts";
import { writeQuery } from "./address.ts";

/** The link of this view; parameters named in `instead` have that text. The address bar says it all, so that is what is copied. */
export async function copyLink(instead: Readonly<Record<string, string>> = {}): Promise<void> {
  const query = new Map([...new URLSearchParams(location.search), ...Object.entries(instead)]);
  await copyText(`${location.origin}${location.pathname}${writeQuery([...query])}${location.hash}`, "toast.copied");
}
