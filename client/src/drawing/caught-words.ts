import { formatNumber } from "../language/format.ts";
import { type Key, t } from "../language/t.ts";
import { language } from "../language/view.ts";
import type { Caught } from "./snap.ts";
import "./parts/words.ts";

/** What was caught, by its name and how it was caught. */
export type CaughtWords = { readonly words: string; readonly hint: string; readonly isSchematic: boolean };

/** `metres`: how far the pointer is from it. */
export function caughtWords(caught: Caught | null, metres: number): CaughtWords {
  if (!caught) return { words: "", hint: "", isSchematic: false };
  const how = t(`draw.snap_${caught.kind}` as Key);
  const name = caught.line ? caught.line.name || t("draw.snap_own") : "";
  const isSchematic = caught.line?.isSchematic ?? false;
  const distance = `${formatNumber(metres, language.value, 1)} m`;
  const hint = t("draw.snap_distance", { distance });
  return {
    hint,
    words: [name, how, isSchematic ? t("draw.snap_sketch") : ""].filter(Boolean).join(" · "),
    isSchematic,
  };
}
