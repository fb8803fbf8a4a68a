import { signal } from "@preact/signals";
import { codeField } from "../url/field.ts";

export const gapRule = signal<string | null>(null);
export const gapRuleField = codeField("rule", gapRule);
export const gapKind = signal<string | null>(null);
export const gapKindField = codeField("kind", gapKind);
