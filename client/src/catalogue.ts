import layersFile from "@gis-data/catalogue/layers.json";
import productFile from "@gis-data/catalogue/product.json";
import rulesFile from "@gis-data/catalogue/rules.json";
import symbolsFile from "@gis-data/catalogue/symbols.json";

/** The typed face of gis-data/catalogue, imported at build and never copied. */

export type Bilingual = { zh: string; en: string };
export type Term = {
  code: string;
  zh: string;
  en: string;
  parent?: string;
  colour?: { light: string; dark: string };
  char?: string;
  shape?: string;
  [extra: string]: unknown;
};
export type Vocabulary = { vocabulary: string; title: Bilingual; parent?: string; terms: Term[] };
export type PropertyDefinition = {
  name: string;
  type: string;
  title: Bilingual;
  vocabulary?: string;
  /** Its value is the code of a feature of that collection. */
  references?: string;
  unit?: string;
  figure?: boolean;
  sum?: boolean;
  queryable?: boolean;
};
export type CollectionDefinition = {
  id: string;
  group: string;
  order: number;
  geometry_type: string;
  title: Bilingual;
  short: Bilingual;
  chain_property?: string;
  /** The same of its industry clusters; without it they are called industry_cluster. */
  cluster_property?: string;
  legend_order?: number;
  properties: PropertyDefinition[];
};

const vocabularyFiles = import.meta.glob<Vocabulary>(
  [
    "../../gis-data/catalogue/vocabularies/*.json",
    "!../../gis-data/catalogue/vocabularies/{indicator,investor-kind,policy-kind}.json",
  ],
  { eager: true, import: "default" },
);

/**
 * Vocabularies by name, terms in the catalogue's order. Long ones that a first visit does not need whole come with the
 * answers that speak them (language/answered-terms.ts).
 */
export const vocabularies: ReadonlyMap<string, Vocabulary> = new Map(
  Object.values(vocabularyFiles).map((file) => [file.vocabulary, file]),
);
export const collectionDefinitions = layersFile.collections as CollectionDefinition[];
const definitions = new Map(collectionDefinitions.map((definition) => [definition.id, definition]));

export const definitionOf = (collection: string): CollectionDefinition | undefined => definitions.get(collection);

export const commonProperties = layersFile.common_properties as PropertyDefinition[];
export const layerGroups = layersFile.groups;
export const product = productFile;

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
export const drawOrder: readonly string[] = symbolsFile.draw_order.flatMap((id) => [id, ...unnamedUpon(id)]);

function unnamedUpon(fallback: string): string[] {
  return collectionDefinitions
    .map(({ id }) => id)
    .filter((id) => !symbolsFile.draw_order.includes(id) && symbolsFile.fallback[kindOfCollection(id)] === fallback);
}

/** Those that wait for their switch. */
export const hiddenAtFirst: ReadonlySet<string> = new Set(symbolsFile.hidden_at_first);

/** How a derived value follows from the plan, in words. */
export function rule(code: string): Bilingual | undefined {
  return rulesFile.rules.find((entry) => entry.code === code);
}

export function term(vocabulary: string, code: string): Term | undefined {
  return vocabularies.get(vocabulary)?.terms.find((entry) => entry.code === code);
}
