import { signal } from "@preact/signals";
import { lazyPart } from "../api/lazy-part.ts";
import { type Language, language } from "./view.ts";
import { chinese, type WordKey } from "./words.ts";

/** Words for people. Keys are those of the Chinese files; `key_one` is the English singular, chosen by the argument `count`. */
export type Key = Exclude<WordKey, `${string}_one`>;
export type Args = Readonly<Record<string, string | number>>;

type Messages = Readonly<Record<string, string>>;

/** Words of parts that are loaded when they are wanted, in both languages. */
const learned: Record<Language, Record<string, string>> = { zh: {}, en: {} };

/** A part brings its words before it says anything. */
export function learnWords(zh: Messages, en: Messages): void {
  Object.assign(learned.zh, zh);
  Object.assign(learned.en, en);
}

const englishPart = lazyPart(() => import("./english.ts"));
const english = signal<Messages | null>(null);

/** Settles when the words of a language are there; until then they are Chinese. */
export async function wordsReady(of: Language): Promise<void> {
  if (of === "en" && !english.peek()) english.value = (await englishPart()).english;
}

/** The words of the page itself in a language, as far as they are there. */
const wordsOf = (of: Language): Messages => (of === "en" && english.value) || chinese;

/** Every message of a language that is there. */
export const allMessages = (of: Language): Messages => ({ ...wordsOf(of), ...learned[of] });

export function translate(into: Language, key: Key, args: Args = {}): string {
  const [words, later] = [wordsOf(into), learned[into]];
  const one = `${key}_one`;
  const singular = args.count === 1 || args.count === "1" ? (words[one] ?? later[one]) : undefined;
  const message = singular ?? words[key] ?? later[key] ?? key;
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}

/** Reads the language signal: a component that calls it follows the language switch. */
export const t = (key: Key, args?: Args): string => translate(language.value, key, args);

export const isKey = (key: string): key is Key => key in chinese || key in learned.zh;
