import { PARKS } from "../../features/plan.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { openFeature } from "../../selection/select.ts";
import { findMust } from "../criteria.ts";
import { parkName } from "../park-names.ts";
import type { MatchApart } from "../requests.ts";
import { toTyped } from "./figures.ts";
import "./apart.css";

/** "chain", "revenue:50000000000" in words. */
export function mustWords(must: string): string {
  const [code = "", figure] = must.split(":");
  const known = findMust(code);
  if (!known) return must;
  if (figure === undefined) return inLanguage(known);
  const unit = t(known.unit === "CNY" ? "parks.unit_money" : "parks.unit_count");
  return `${inLanguage(known)} ${toTyped(Number(figure), known.unit)} ${unit}`;
}

/** Parks that are not ranked, folded, each with the must-haves that are the reason. */
export function Apart({ title, note, parks }: { title: string; note?: string; parks: readonly MatchApart[] }) {
  const codes = [...new Set(parks.map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <details class="match-apart">
      <summary>{title}</summary>
      {note && <p class="note">{note}</p>}
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <button type="button" class="match-name" onClick={() => openFeature(PARKS, code)}>
              {parkName(code)}
            </button>
            <span>
              {parks
                .filter((one) => one.code === code)
                .map(({ must }) => mustWords(must))
                .join(t("list.separator"))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
