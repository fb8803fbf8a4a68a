import { signal } from "@preact/signals";
import { codeField } from "../url/field.ts";

export const gapRule = signal<string | null>(null);
export const gapRuleField = codeField("rule", gapRule);
export const gapKind = signal<string | null>(null);
export const gapKindField = codeField("kind", gapKind);
/** The entry that a link or a card leads to: the page shows it first. */
export const shownGap = signal<string | null>(null);
export const shownGapField = codeField("gap", shownGap);
