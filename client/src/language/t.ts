import { signal } from "@preact/signals";
import { lazyPart } from "../api/lazy-part.ts";
import { catalogueReady } from "./catalogue-words.ts";
import { fallbackOf, type Language, language, tagOf } from "./view.ts";
import { chinese, type WordKey } from "./words.ts";

/** Words for people. Keys are those of the Chinese files; `key_one` is the English singular, chosen by the argument `count`. */
export type Key = Exclude<WordKey, `${string}_one`>;
export type Args = Readonly<Record<string, string | number>>;

type Messages = Readonly<Record<string, string>>;

/** Words of parts that are loaded when they are wanted, in the languages of the page. */
const learned: Record<Language, Record<string, string>> = { zh: {}, en: {}, ja: {}, ko: {} };

/** A part brings its words before it says anything. */
export function learnWords(zh: Messages, en: Messages): void {
  Object.assign(learned.zh, zh);
  Object.assign(learned.en, en);
}

type LoadedLanguage = Exclude<Language, "zh">;
const parts: Readonly<Record<LoadedLanguage, () => Promise<Messages>>> = {
  en: lazyPart(() => import("./english.ts").then(({ english }) => english)),
  ja: lazyPart(() => import("./japanese.ts").then(({ japanese }) => japanese)),
  ko: lazyPart(() => import("./korean.ts").then(({ korean }) => korean)),
};
const arrived = signal<Partial<Record<LoadedLanguage, Messages>>>({});

/** Settles when the words of a language are there, its own and those of the catalogue; until then they are the fallback's, at last Chinese. */
export async function wordsReady(of: Language): Promise<void> {
  const wanted = new Set([of, fallbackOf(of)]);
  await Promise.all([...[...wanted].map(wordsArrive), catalogueReady(of)]);
}

async function wordsArrive(of: Language): Promise<void> {
  if (of === "zh" || arrived.peek()[of]) return;
  const words = await parts[of]();
  arrived.value = { ...arrived.peek(), [of]: words };
}

/** The words of a language alone, as far as they are there: those of the page, and those of parts. */
const wordsOf = (of: Language): readonly Messages[] => [of === "zh" ? chinese : (arrived.value[of] ?? {}), learned[of]];

/** Every message of a language that is there. */
export const allMessages = (of: Language): Messages => Object.assign({}, ...wordsOf(of));

function messageIn(of: Language, key: string, isOne: boolean): string | undefined {
  const words = wordsOf(of);
  const find = (name: string) => words.find((messages) => name in messages)?.[name];
  return (isOne ? find(`${key}_one`) : undefined) ?? find(key);
}

export function translate(into: Language, key: Key, args: Args = {}): string {
  const isOne = args.count === 1 || args.count === "1";
  const message =
    messageIn(into, key, isOne) ?? messageIn(fallbackOf(into), key, isOne) ?? messageIn("zh", key, isOne) ?? key;
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}

/** Reads the language signal: a component that calls it follows the language switch. */
export const t = (key: Key, args?: Args): string => translate(language.value, key, args);

export const isKey = (key: string): key is Key => key in chinese || key in learned.zh;

/** The tag of the language in which a message is said: the chosen one, or its fallback. */
export const spokenIn = (key: Key): string =>
  tagOf(messageIn(language.value, key, false) === undefined ? fallbackOf(language.value) : language.value);
