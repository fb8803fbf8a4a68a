import type { Target } from "../api/types.ts";
import { term } from "../catalogue.ts";
import { formatValue } from "../language/format.ts";
import { termName } from "../language/names.ts";
import { language } from "../language/view.ts";

/** A target as it is read: the sign of its comparator (none for "reaches") and its value with the unit. */
export function targetWords(target: Target): { sign: string; value: string | null } {
  const sign = term("comparator", target.comparator)?.sign;
  return {
    sign: typeof sign === "string" && sign !== "=" ? sign : "",
    value:
      target.value === null
        ? null
        : formatValue(target.value, target.unit, termName("unit", target.unit), language.value),
  };
}
