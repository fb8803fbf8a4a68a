import type { Catalogue } from "./api/answers.ts";
import { catalogueSource } from "./catalogue-source.ts";

/** The catalogue of the package that the server has loaded, typed. It is there before anything is evaluated that uses it. */
export const catalogue: Catalogue = await catalogueSource;

/** The style table, as far as layers and their order are concerned; symbols/style.ts has the rest. */
type Order = { draw_order: string[]; hidden_at_first: string[]; fallback: Record<GeometryKind, string> };
const order = catalogue.symbols as Order;

/** What the catalogue says of something; the languages of investors have come when they are chosen (language/catalogue-words.ts). */
export type Words = { zh: string; en: string; ja?: string; ko?: string };
export type Term = Words & {
  code: string;
  parent?: string;
  colour?: { light: string; dark: string };
  char?: string;
  shape?: string;
  [extra: string]: unknown;
};
export type Vocabulary = { vocabulary: string; title: Words; parent?: string; terms: Term[] };
export type PropertyDefinition = {
  name: string;
  type: string;
  title: Words;
  vocabulary?: string;
  /** Its value is the code of a feature of that collection. */
  references?: string;
  unit?: string;
  figure?: boolean;
  sum?: boolean;
  queryable?: boolean;
  /** What a text must be: a day (`date`), a code. */
  format?: string;
};
/** What a collection is for those parts of the product that look for one; a package has at most one of each. */
export type Role = "boundary" | "axis" | "park" | "project" | "site" | "enterprise" | "facility" | "constraint";
export type CollectionDefinition = {
  id: string;
  role?: Role;
  group: string;
  order: number;
  geometry_type: string;
  title: Words;
  short: Words;
  /** The collection whose things these are too: a site has the code of its project. */
  codes_of?: string;
  chain_property?: string;
  /** The same of its industry clusters; without it they are called industry_cluster. */
  cluster_property?: string;
  legend_order?: number;
  /** The names of its features stand in the legend from the start, in columns. */
  initially_open?: boolean;
  /** Its first feature is an example in the empty search box, in this order. */
  search_example?: number;
  properties: PropertyDefinition[];
};

/** Whether the package has a file of this name: what a first visit does without is named. */
export const hasPart = (name: string): boolean => name in catalogue || !!catalogue.omitted?.includes(name);

/** Vocabularies by name, terms in the catalogue's order. */
export const vocabularies: ReadonlyMap<string, Vocabulary> = new Map(Object.entries(catalogue.vocabularies));
export const collectionDefinitions: readonly CollectionDefinition[] = catalogue.layers.collections;
const definitions = new Map(collectionDefinitions.map((definition) => [definition.id, definition]));

export const definitionOf = (collection: string): CollectionDefinition | undefined => definitions.get(collection);

/** The collection that has a role; undefined where the package has none, and then the part that looks for it is left out. */
export const collectionOf = (role: Role): string | undefined =>
  collectionDefinitions.find((definition) => definition.role === role)?.id;

/** Whether the collection is the one that has the role. */
export const hasRole = (collection: string, role: Role): boolean => definitions.get(collection)?.role === role;

export const commonProperties: readonly PropertyDefinition[] = catalogue.layers.common_properties;
/** The properties of a collection: those that all have, then its own. */
export const propertiesIn = (collection: string): readonly PropertyDefinition[] => [
  ...commonProperties,
  ...(definitionOf(collection)?.properties ?? []),
];
/** The properties of all collections; what all have stands once. */
export const allProperties: readonly PropertyDefinition[] = [
  ...commonProperties,
  ...collectionDefinitions.flatMap(({ properties }) => properties),
];
export const layerGroups = catalogue.layers.groups;
const groups = new Map(layerGroups.map((group) => [group.code, group]));

/** The group that a collection is listed in; undefined for one that no group of the package has. */
export const groupOf = (collection: string) => groups.get(definitionOf(collection)?.group ?? "");

/** Whether the collection is the frame of the plan: it fades under a filter instead of leaving, and is always held whole. */
export const isFrame = (collection: string): boolean => groupOf(collection)?.frame === true;

export const product = catalogue.product;
export const plans = catalogue.plans.plans;

export type GeometryKind = "area" | "line" | "point";

export function kindOfGeometry(type: string): GeometryKind {
  return type.endsWith("Polygon") ? "area" : type.endsWith("LineString") ? "line" : "point";
}

export function kindOfCollection(collection: string): GeometryKind {
  const definition = collectionDefinitions.find(({ id }) => id === collection);
  return kindOfGeometry(definition?.geometry_type ?? "Point");
}

/**
 * Collections bottom to top as they are drawn. One that the style table does not name takes the symbol of the fallback
 * of its geometry and lies upon it.
 */
export const drawOrder: readonly string[] = order.draw_order.flatMap((id) => [id, ...unnamedUpon(id)]);

function unnamedUpon(fallback: string): string[] {
  return collectionDefinitions
    .map(({ id }) => id)
    .filter((id) => !order.draw_order.includes(id) && order.fallback[kindOfCollection(id)] === fallback);
}

/** Those that wait for their switch. */
export const hiddenAtFirst: ReadonlySet<string> = new Set(order.hidden_at_first);

/** How a derived value follows from the plan, in words. */
export function rule(code: string): Words | undefined {
  return catalogue.rules.rules.find((entry) => entry.code === code);
}

export function term(vocabulary: string, code: string): Term | undefined {
  return vocabularies.get(vocabulary)?.terms.find((entry) => entry.code === code);
}
