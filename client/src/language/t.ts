import { signal } from "@preact/signals";
import { lazyPart } from "../api/lazy-part.ts";
import { type Language, language } from "./view.ts";
import { chinese } from "./words.ts";

/** Words for people. Keys are those of the Chinese files; `key_one` is the English singular, chosen by the argument `count`. */
type RawKey = keyof typeof chinese;
export type Key = Exclude<RawKey, `${string}_one`>;
export type Args = Readonly<Record<string, string | number>>;

type Messages = Readonly<Record<string, string>>;

const englishPart = lazyPart(() => import("./english.ts"));
const english = signal<Messages | null>(null);

/** Settles when the words of a language are there; until then they are Chinese. */
export async function wordsReady(of: Language): Promise<void> {
  if (of === "en" && !english.peek()) english.value = (await englishPart()).english;
}

/** Every message of a language that is there. */
export const allMessages = (of: Language): Messages => (of === "en" && english.value) || chinese;

export function translate(into: Language, key: Key, args: Args = {}): string {
  const words = allMessages(into);
  const singular = args.count === 1 || args.count === "1" ? words[`${key}_one`] : undefined;
  const message = singular ?? words[key] ?? key;
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}

/** Reads the language signal: a component that calls it follows the language switch. */
export const t = (key: Key, args?: Args): string => translate(language.value, key, args);

export const isKey = (key: string): key is Key => key in chinese;
