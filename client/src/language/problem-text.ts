import type { Problem } from "../api/types.ts";
import { type Args, isKey, type Key, t } from "./t.ts";

/** What a refusal says to a person: the words of its code, with what was found, what would have fitted, and how it may be meant. */
export function problemText(problem: Pick<Problem, "code" | "args">): string {
  const args = wordsOf(problem.args);
  const key = `problem.${variantOf(problem.code, args)}`;
  const words = t(isKey(key) ? (key as Key) : "problem.unknown", args);
  return args.suggestion ? `${words} ${t("problem.suggestion", args)}` : words;
}

/** A text that ends too early has found nothing, and some types fit nowhere. */
function variantOf(code: string, { found, expected }: Args): string {
  if (code === "filter-syntax" && !found) return "filter-syntax-at-end";
  if (code === "filter-type-mismatch" && !expected) return "filter-type-wrong";
  return code;
}

/** The words of the grammar and the types of CQL2 have words of their own; signs and names stay as they are. */
function wordsOf(args: Problem["args"]): Args {
  const entries = Object.entries(args ?? {}).flatMap(([name, value]) => {
    if (typeof value !== "string" && typeof value !== "number") return [];
    const key = `cql2.${value}`;
    return [[name, isKey(key) ? t(key as Key) : value] as const];
  });
  return Object.fromEntries(entries);
}
