import { signal } from "@preact/signals";
import type { Problem } from "../api/types.ts";
import { getFile } from "./requests.ts";

/** The collection whose export sheet is open; not in the URL. */
export const exportOf = signal<string | null>(null);

/** What became of the file that was asked for last; `name` is what a person chose, then what was saved. */
export type ExportState =
  | { kind: "none" }
  | { kind: "running" | "done"; name: string }
  | { kind: "failed"; name: string; problem: Problem };

export const exportState = signal<ExportState>({ kind: "none" });

let controller: AbortController | null = null;

export function openExport(collection: string): void {
  exportState.value = { kind: "none" };
  exportOf.value = collection;
}

export function closeExport(): void {
  stopExport();
  exportOf.value = null;
}

export function stopExport(): void {
  controller?.abort();
  exportState.value = { kind: "none" };
}

export async function saveFile(url: string, name: string): Promise<void> {
  controller?.abort();
  const own = new AbortController();
  controller = own;
  exportState.value = { kind: "running", name };
  const answer = await getFile(url, own.signal);
  if (own.signal.aborted) return;
  if (!answer.ok) {
    exportState.value = { kind: "failed", name, problem: answer.problem };
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(answer.data.blob);
  link.download = answer.data.name;
  link.click();
  // the browser has taken it over by the next turn
  window.setTimeout(() => URL.revokeObjectURL(link.href));
  exportState.value = { kind: "done", name: answer.data.name };
}
