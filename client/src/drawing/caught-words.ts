import { type Key, t } from "../language/t.ts";
import type { Caught } from "./snap.ts";
import "./parts/words.ts";

/** What was caught, by its name and how it was caught. */
export function caughtWords(caught: Caught | null): { readonly words: string; readonly isSchematic: boolean } {
  if (!caught) return { words: "", isSchematic: false };
  const how = t(`draw.snap_${caught.kind}` as Key);
  const name = caught.line ? caught.line.name || t("draw.snap_own") : "";
  const isSchematic = caught.line?.isSchematic ?? false;
  return { words: [name, how, isSchematic ? t("draw.snap_sketch") : ""].filter(Boolean).join(" · "), isSchematic };
}
