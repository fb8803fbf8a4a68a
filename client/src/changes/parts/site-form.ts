import { computed, signal } from "@preact/signals";
import { collectionOf, definitionOf } from "../../catalogue.ts";
import { asText, asValue, type Field, fieldsOf } from "../fields.ts";
import { getWholeCatalogue } from "../requests.ts";

/** The form of a site, made from gis-data/catalogue/forms.json: what is asked, in which unit people write it. */

type Unit = { zh: string; en: string; factor: number };
type FormGroup = {
  code: string;
  zh: string;
  en: string;
  any_required?: boolean;
  fields: { property: string; required?: boolean; unit?: Unit }[];
};
type Form = { role: string; groups: FormGroup[]; defaults: Record<string, unknown> };

export type SiteField = { field: Field; factor: number };
export type SiteGroup = { code: string; zh: string; en: string; isAnyRequired: boolean; fields: SiteField[] };

const form = signal<Form | null>(null);

export async function loadSiteForm(): Promise<void> {
  if (form.peek()) return;
  const answer = await getWholeCatalogue();
  const { forms } = (answer.ok ? answer.data : {}) as { forms?: { forms: Form[] } };
  form.value = forms?.forms.find(({ role }) => role === "site") ?? null;
}

/** The collection of sites, and that of the projects whose codes they have. */
export const siteCollection = (): string => collectionOf("site") ?? "";
export const ownerCollection = (): string => definitionOf(siteCollection())?.codes_of ?? siteCollection();

export const siteGroups = computed<readonly SiteGroup[]>(() => {
  const known = new Map(
    [...fieldsOf(siteCollection()), ...fieldsOf(ownerCollection())].map((field) => [field.property.name, field]),
  );
  return (form.value?.groups ?? []).map(({ code, zh, en, any_required, fields }) => ({
    code,
    zh,
    en,
    isAnyRequired: any_required === true,
    fields: fields.flatMap(({ property, required, unit }) => {
      const field = known.get(property);
      return field ? [{ field: asked(field, required === true, unit), factor: unit?.factor ?? 1 }] : [];
    }),
  }));
});

export const siteFields = computed(() => siteGroups.value.flatMap(({ fields }) => fields));

function asked({ property, ...field }: Field, isRequired: boolean, unit: Unit | undefined): Field {
  if (!unit) return { ...field, property, isRequired };
  const { unit: _, ...plain } = property;
  const title = { zh: `${property.title.zh}（${unit.zh}）`, en: `${property.title.en} (${unit.en})` };
  return { ...field, property: { ...plain, title }, isRequired };
}

export type Texts = Readonly<Record<string, string>>;

/** What stands in a field where nobody has said anything yet. */
export const defaultsOf = (): Readonly<Record<string, unknown>> => form.value?.defaults ?? {};

/** What a draft has kept, as its fields show it. What could not be read when it was kept stands there as it was typed. */
export const textsOf = (properties: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    siteFields.value.flatMap(({ field, factor }) => {
      const value = properties[field.property.name];
      if (value === undefined || value === null) return [];
      if (typeof value === "number" && factor > 1) return [[field.property.name, String(value / factor)]];
      return [[field.property.name, typeof value === "string" ? value : asText(field, value)]];
    }),
  );

/** As a draft keeps it; what cannot be read stays the text that it is, and is named in `unread`. */
export function propertiesOf(texts: Texts): { properties: Record<string, unknown>; unread: string[] } {
  const properties: Record<string, unknown> = { ...form.value?.defaults };
  const unread: string[] = [];
  for (const { field, factor } of siteFields.value) {
    const { name } = field.property;
    const text = texts[name] ?? "";
    if (text.trim() === "") continue;
    const value = asValue(field, text.replace(/\s*\n\s*/g, field.kind === "text" ? " " : "\n"));
    if (value === undefined) unread.push(name);
    properties[name] = value === undefined ? text : typeof value === "number" ? value * factor : value;
  }
  return { properties, unread };
}

/** The fields that must say something and do not; of a group of which one is enough, its first. */
export const missingOf = (texts: Texts): string[] => {
  const isEmpty = ({ field }: SiteField) => (texts[field.property.name] ?? "").trim() === "";
  return siteGroups.value.flatMap(({ fields, isAnyRequired }) =>
    isAnyRequired
      ? fields.every(isEmpty)
        ? fields.slice(0, 1).map(({ field }) => field.property.name)
        : []
      : fields.filter((one) => one.field.isRequired && isEmpty(one)).map(({ field }) => field.property.name),
  );
};
