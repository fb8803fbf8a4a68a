import { type PropertyDefinition, propertiesIn } from "../catalogue.ts";
import { findByCode } from "../features/plan.ts";
import { formatNumber } from "../language/format.ts";
import { featureName, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { type Entry, type Member, members } from "./entries.ts";

/** How a property is asked for: made from the catalogue, so that a new one needs no form of its own. */
export type Field = {
  property: PropertyDefinition;
  /** `long` a text of several lines, `terms` of a vocabulary, `lines` of a list, `entries` of a list with members. */
  kind: "text" | "long" | "number" | "integer" | "term" | "terms" | "lines" | "entries";
  /** Of entries. */
  members?: readonly Member[];
  isRequired: boolean;
};

/** What the schema of features asks for whatever the collection (gis-data/catalogue/schema). */
const REQUIRED = new Set([
  ...["name_zh", "origin", "plan_status", "placement"],
  ...["placement_reason_zh", "placement_reason_en", "source"],
]);
/** Computed when it is stored, or said by the version itself. */
const COMPUTED = new Set(["code", "not_stated"]);

const kinds: Readonly<Record<string, Field["kind"]>> = {
  string: "text",
  integer: "integer",
  number: "number",
  code: "term",
  codes: "terms",
  strings: "lines",
};

/** The fields of a collection; a property that follows from another one is not asked for. */
export function fieldsOf(collection: string): Field[] {
  return propertiesIn(collection)
    .filter((property) => !COMPUTED.has(property.name) && !("parent_of" in property && property.parent_of))
    .map((property) => ({
      property,
      kind: property.name.startsWith("placement_reason") ? "long" : (kinds[property.type] ?? "entries"),
      ...(members[property.type] ? { members: members[property.type] as readonly Member[] } : {}),
      isRequired: REQUIRED.has(property.name),
    }));
}

const isList = (kind: Field["kind"]): boolean => kind === "lines" || kind === "terms" || kind === "entries";

const areEntries = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "object" && entry !== null);

/** The entries that a field keeps as JSON; undefined of what is none: a draft may hold anything. */
export function entriesOf(text: string): Entry[] | undefined {
  if (text.trim() === "") return [];
  try {
    const value: unknown = JSON.parse(text);
    return areEntries(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A value as the field keeps it: entries as JSON with their members and nothing that was computed. */
export function asText({ kind, members: known }: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (isList(kind) && !Array.isArray(value)) return typeof value === "string" ? value : JSON.stringify(value);
  if (kind === "lines" || kind === "terms") return (value as unknown[]).join("\n");
  if (kind !== "entries") return typeof value === "object" ? JSON.stringify(value) : String(value);
  if (!areEntries(value)) return JSON.stringify(value);
  const given = (entry: Entry) => known?.flatMap(({ name }) => (name in entry ? [[name, entry[name]]] : []));
  const entries = value.map((entry) => Object.fromEntries(given(entry) ?? Object.entries(entry)));
  return entries.length === 0 ? "" : JSON.stringify(entries);
}

/** What the field says, as a property; undefined when it cannot be read. */
export function asValue({ kind }: Field, text: string): unknown {
  const said = text.trim();
  if (said === "") return isList(kind) ? [] : null;
  if (kind === "entries") return entriesOf(said);
  if (kind === "lines" || kind === "terms") return said.split(/\s*\n\s*/);
  if (kind === "integer") return Number.isInteger(Number(said)) ? Number(said) : undefined;
  if (kind === "number") return Number.isFinite(Number(said)) ? Number(said) : undefined;
  return said;
}

/** What was changed of the properties: those alone are sent; what cannot be read is named in `wrong`. */
export function changedOf(
  fields: readonly Field[],
  before: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): { changes: Record<string, unknown>; wrong: string[] } {
  const changes: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const field of fields) {
    const { name } = field.property;
    const text = texts[name];
    if (text === undefined || text === asText(field, before[name])) continue;
    const value = asValue(field, text);
    if (value === undefined) wrong.push(name);
    else changes[name] = value;
  }
  return { changes, wrong };
}

/** A unit as people write it; m² where the catalogue has letters of a keyboard. */
export const unitName = (unit: string): string => (unit === "m2" ? "m²" : termName("unit", unit));

/** Whether it is the code of another feature. */
export const namesFeature = ({ property }: Field): boolean =>
  Boolean(property.references) || property.name === "placed_by";

/** A feature by its name, and its code where it is not held. */
function nameOfCode(code: string): string {
  const [found] = findByCode(code);
  return found ? featureName(found.feature) : code;
}

/** A value as people read it: terms by their names, figures with their unit. */
export function valueWords(field: Field, value: unknown): string {
  const { property, kind } = field;
  const said = asText(field, value);
  if (said === "") return t("not_given");
  const name = (code: string) => termName(property.vocabulary ?? "", code);
  if (kind === "term") return name(said);
  if (kind === "terms") return said.split("\n").map(name).join("\n");
  if (kind === "number")
    return [formatNumber(Number(said), language.value), property.unit && unitName(property.unit)]
      .filter(Boolean)
      .join(" ");
  if (namesFeature(field)) return nameOfCode(said);
  if (kind !== "entries") return said;
  const words = (entry: Entry) => Object.values(entry).filter((part) => part !== null && part !== "");
  return (
    entriesOf(said)
      ?.map((entry) => words(entry).join(" · "))
      .join("\n") ?? said
  );
}
