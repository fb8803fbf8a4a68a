import { collectionOf, definitionOf, type PropertyDefinition } from "../../catalogue.ts";
import { inLanguage, termName } from "../../language/names.ts";
import { isKey, type Key, t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import type { ComparedRow, ParkComparison } from "../requests.ts";
import type { Cell, Group, Row } from "./compare-rows.tsx";
import { Bar, figureOf, largestOf, Value } from "./subject-values.tsx";

type Answered = ComparedRow["cells"][number];

const projects = collectionOf("project");
export const findProperty = (name: string | null): PropertyDefinition | undefined =>
  projects && name ? definitionOf(projects)?.properties.find((property) => property.name === name) : undefined;

const MOST_PLACES = 3;

/** The rows that the server answers, in groups and in words. */
export function subjectGroups({ rows }: ParkComparison): Group[] {
  const keys = [...new Set(rows.map(groupOf))];
  return keys.map((key) => ({
    key,
    title: t(`compare.group_${key}` as const),
    rows: rows.filter((row) => groupOf(row) === key).map(rowOf),
  }));
}

function groupOf({ kind, code }: ComparedRow): "figures" | "basics" | "targets" | "policies" | "named" {
  if (kind === "sum" || (kind === "property" && findProperty(code)?.figure)) return "figures";
  if (kind === "property") return "basics";
  if (kind === "target") return "targets";
  return kind === "policies" ? "policies" : "named";
}

function rowOf(row: ComparedRow): Row {
  const rule = ruleOf(row);
  return {
    key: `${row.kind} ${row.code} ${row.horizon}`,
    label: labelOf(row),
    cells: row.cells.map((cell) => cellOf(row, cell)),
    ...(rule && { rule }),
  };
}

function titleOf(code: string | null): string {
  const property = findProperty(code);
  return property ? inLanguage(property.title) : (code ?? "");
}

function labelOf({ kind, code, horizon }: ComparedRow): string {
  if (kind === "property") return titleOf(code);
  if (kind === "sum") return t("compare.sum", { name: titleOf(code) });
  if (kind === "target") return `${termName("indicator", code ?? "")} · ${horizon ?? t("parks.no_year")}`;
  if (kind === "policies") return t("compare.policies_chain");
  const key = `compare.list_${code}`;
  return isKey(key) ? t(key as Key) : (code ?? "");
}

/** How what is counted or added up is reckoned, which no place of the plan states. */
function ruleOf({ kind }: ComparedRow): string | undefined {
  if (kind === "sum") return t("compare.sum_rule");
  if (kind === "features") return t("compare.features_rule");
  return kind === "policies" ? t("compare.policies_rule") : undefined;
}

function cellOf(row: ComparedRow, { value, citations }: Answered): Cell {
  if (value === null) return { text: t("not_stated"), content: <span class="pill-not-stated">{t("not_stated")}</span> };
  const places = [...new Set(citations.map(({ paragraph }) => paragraph))];
  const figure = figureOf(value);
  const largest = largestOf(row);
  return {
    text: JSON.stringify(value),
    content: (
      <>
        <Value row={row} value={value} property={findProperty(row.code)} />{" "}
        <span class="compare-places">
          {places.slice(0, MOST_PLACES).map((paragraph) => (
            <CitationChip key={paragraph} paragraph={paragraph} mark={null} />
          ))}
          {places.length > MOST_PLACES && (
            <small>{t("compare.more_places", { count: places.length - MOST_PLACES })}</small>
          )}
        </span>
        {figure !== null && largest > 0 && (
          <Bar share={figure / largest} isOpen={row.horizon === null && row.kind === "target"} />
        )}
      </>
    ),
  };
}
