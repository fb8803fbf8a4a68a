import { formatLength, formatNumber, formatValue } from "../../language/format.ts";
import { nameOf, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { findCriterion } from "../criteria.ts";
import type { MatchCriterion } from "../requests.ts";

type Target = { value: number; unit: string; horizon: number | null };
type Distance = { hub: string; name_zh: string; name_en: string | null; metres_min: number; metres_max: number };

/** What a criterion found, in words; null where the plan says nothing. */
export function rawWords({ code, raw }: Pick<MatchCriterion, "code" | "raw">): string | null {
  if (raw === null || raw === undefined) return null;
  switch (findCriterion(code)?.kind) {
    case "degree":
      return raw === "not-named" ? t("parks.not_named") : termName("chain_degree", String(raw));
    case "target":
      return targetOf(raw as Target);
    case "growth":
      return t("parks.growth", { value: `${formatNumber(Number(raw) * 100, language.value)}%` });
    case "neighbours":
      return t("parks.neighbours", { count: Number(raw) });
    case "access":
      return distanceOf(raw as Distance);
    default:
      return String(raw);
  }
}

function targetOf({ value, unit, horizon }: Target): string {
  return `${horizon ?? t("parks.no_year")} · ${formatValue(value, unit, termName("unit", unit), language.value)}`;
}

/** Measured on the drawing, so about. */
function distanceOf({ hub, name_zh, name_en, metres_min, metres_max }: Distance): string {
  const about = (metres: number) => `≈ ${formatLength(Math.round(metres / 100) * 100, language.value)}`;
  return t("parks.distance", {
    hub: nameOf({ code: hub, name_zh, name_en }).text,
    from: about(metres_min),
    to: about(metres_max),
  });
}
