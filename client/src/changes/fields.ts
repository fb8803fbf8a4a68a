import { commonProperties, definitionOf, type PropertyDefinition } from "../catalogue.ts";

/** How a property is asked for: made from the catalogue, so that a new one needs no form of its own. */
export type Field = {
  property: PropertyDefinition;
  /** `terms` of a vocabulary, `lines` of a list, `json` for a list of entries. */
  kind: "text" | "number" | "term" | "terms" | "lines" | "json";
  isRequired: boolean;
};

/** What the schema of features asks for whatever the collection (gis-data/catalogue/schema). */
const REQUIRED = new Set([
  ...["name_zh", "name_en", "origin", "plan_status", "placement"],
  ...["placement_reason_zh", "placement_reason_en", "source"],
]);
/** Computed when it is stored, or said by the version itself. */
const COMPUTED = new Set(["code", "not_stated"]);

const kinds: Readonly<Record<string, Field["kind"]>> = {
  string: "text",
  integer: "number",
  number: "number",
  code: "term",
  codes: "terms",
  strings: "lines",
};

/** The fields of a collection; a property that follows from another one is not asked for. */
export function fieldsOf(collection: string): Field[] {
  return [...commonProperties, ...(definitionOf(collection)?.properties ?? [])]
    .filter((property) => !COMPUTED.has(property.name) && !("parent_of" in property && property.parent_of))
    .map((property) => ({
      property,
      kind: kinds[property.type] ?? "json",
      isRequired: REQUIRED.has(property.name),
    }));
}

/** A value as the field shows it. */
export function asText({ kind }: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (kind === "lines" || kind === "terms") return (value as string[]).join("\n");
  return kind === "json" ? JSON.stringify(value, null, 1) : String(value);
}

/** What the field says, as a property; undefined when it cannot be read. */
export function asValue({ kind }: Field, text: string): unknown {
  const said = text.trim();
  if (kind === "lines" || kind === "terms") return said === "" ? [] : said.split(/\s*\n\s*/);
  if (said === "") return kind === "json" ? [] : null;
  if (kind === "number") return Number.isFinite(Number(said)) ? Number(said) : undefined;
  if (kind !== "json") return said;
  try {
    return JSON.parse(said) as unknown;
  } catch {
    return undefined;
  }
}

/** What was changed of the properties: those alone are sent. Null when something cannot be read, by name in `wrong`. */
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
