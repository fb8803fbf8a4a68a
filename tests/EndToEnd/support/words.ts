import { readdirSync, readFileSync } from "node:fs";
import type { WordKey } from "../../../client/src/language/words.ts";

/** What the interface says, from its own files: a reworded label is no reason for a test to fail. */
type Words = Record<WordKey, string>;
type Args = Record<string, string | number>;
export type Language = "zh" | "en" | "ja" | "ko";

const root = new URL("../../../", import.meta.url);
const fromRoot = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const wordsOf = (language: Language): Words => {
  const files = readdirSync(new URL("client/src/", root), { recursive: true, encoding: "utf8" });
  const ofLanguage = files.filter((file) => file.endsWith(`.${language}.json`));
  return Object.assign({}, ...ofLanguage.map((file) => fromRoot(`client/src/${file}`)));
};
const english = wordsOf("en");
/** What a language of investors has no words for is in English. */
const words: Record<Language, Words> = {
  zh: wordsOf("zh"),
  en: english,
  ja: { ...english, ...wordsOf("ja") },
  ko: { ...english, ...wordsOf("ko") },
};

export const say = (key: keyof Words, args: Args = {}, language: Language = "zh"): string =>
  words[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));

type Term = { code: string; zh: string; en: string; ja?: string; ko?: string };
export const terms = (vocabulary: string): Term[] =>
  fromRoot(`gis-data/catalogue/vocabularies/${vocabulary}.json`).terms;

export function termName(vocabulary: string, code: string, language: Language = "zh"): string {
  const found = terms(vocabulary).find((term) => term.code === code);
  if (!found) throw new Error(`vocabulary ${vocabulary} has no ${code}`);
  return found[language] ?? found.en;
}

type PageLanguage = "zh" | "en";
export const product: { title: Record<PageLanguage, string>; place: Record<PageLanguage, string> } = fromRoot(
  "gis-data/catalogue/product.json",
);

type Collection = {
  id: string;
  title: Record<PageLanguage, string>;
  short: Record<PageLanguage, string>;
  properties: Property[];
};
type Property = { name: string; figure?: boolean; title: Record<PageLanguage, string> };
export const collection = (id: string): Collection => {
  const found = (fromRoot("gis-data/catalogue/layers.json").collections as Collection[]).find((one) => one.id === id);
  if (!found) throw new Error(`the catalogue has no ${id}`);
  return found;
};
/** The name of the switch in a row of the layer list. */
export const layerSwitch = (id: string): string => say("layers.switch", { name: collection(id).short.zh });

export type Feature = {
  id: string;
  geometry: unknown;
  properties: { name_zh: string; name_en: string | null; [name: string]: unknown };
};
export const layer = (collection: string): Feature[] => fromRoot(`gis-data/layers/${collection}.geojson`).features;
/** Those of a collection that have no place. */
export const unplaced = (collection: string): Feature[] =>
  layer(collection).filter(({ geometry }) => geometry === null);
