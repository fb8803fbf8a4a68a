import { computed, signal } from "@preact/signals";
import { catalogue } from "../catalogue.ts";
import { getCatalogueWords } from "../catalogue-requests.ts";
import { fallbackOf, type Language, language } from "./view.ts";

/** What the catalogue says in a language of investors comes when somebody chooses it, and goes into the entries that are here. */
const names = signal<Partial<Record<Language, ReadonlyMap<string, string>>>>({});

/** The names that only the profiles of features have, by code: those of the language shown. */
export const profileNames = computed(() => names.value[language.value]);

/** Settles when the words are there; without them the page says the names of its fallback. */
export async function catalogueReady(of: Language): Promise<void> {
  if (fallbackOf(of) === of || names.peek()[of]) return;
  const answer = await getCatalogueWords(of);
  if (!answer.ok) return;
  addLanguage(catalogue, answer.data, of);
  const { profiles = [] } = (answer.data.profiles ?? {}) as { profiles?: { code: string; [name: string]: unknown }[] };
  const named = profiles.flatMap((profile) => {
    const name = profile[`name_${of}`];
    return typeof name === "string" ? [[profile.code, name] as const] : [];
  });
  names.value = { ...names.peek(), [of]: new Map(named) };
}

type Entry = Record<string, unknown>;
const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By what entries of a list are told apart: terms, collections, properties, years. */
const keyOf = ({ code, id, name, year }: Entry): unknown => code ?? id ?? name ?? year;

/** Gives each entry its members in a language (`ja`, `rule_ja`); entries of a list are the same that have the same key. */
export function addLanguage(to: unknown, from: unknown, of: Language): void {
  if (Array.isArray(to) && Array.isArray(from)) {
    const byCode = new Map(to.filter(isEntry).map((entry) => [keyOf(entry), entry]));
    for (const entry of from.filter(isEntry)) addLanguage(byCode.get(keyOf(entry)), entry, of);
  } else if (isEntry(to) && isEntry(from)) {
    for (const [name, value] of Object.entries(from))
      if (name === of || name.endsWith(`_${of}`)) to[name] = value;
      else addLanguage(to[name], value, of);
  }
}
