import { isKey, type Key, t } from "../../language/t.ts";

/** Words of a kind or a rule; one that the server knows and this client does not keeps its code. */
export function gapWords(of: "gap_kind" | "gap_rule", code: string): string {
  const key = `${of}.${code}`;
  return isKey(key) ? t(key as Key) : code;
}
