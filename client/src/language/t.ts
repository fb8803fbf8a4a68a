import { language } from "./view.ts";
import { chinese, english } from "./words.ts";

/** Words for people. Keys are those of the Chinese files; `key_one` is the English singular, chosen by the argument `count`. */
type RawKey = keyof typeof chinese;
export type Key = Exclude<RawKey, `${string}_one`>;
export type Args = Readonly<Record<string, string | number>>;

const messages: Record<"zh" | "en", Readonly<Record<string, string>>> = {
  zh: chinese,
  en: english,
};

export function translate(into: "zh" | "en", key: Key, args: Args = {}): string {
  const words = messages[into];
  const singular = args.count === 1 || args.count === "1" ? words[`${key}_one`] : undefined;
  const message = singular ?? words[key] ?? key;
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? ""));
}

/** Reads the language signal: a component that calls it follows the language switch. */
export const t = (key: Key, args?: Args): string => translate(language.value, key, args);

export const isKey = (key: string): key is Key => key in chinese;

/** Every message of a language, for tests of the words themselves. */
export const allMessages = (of: "zh" | "en"): Readonly<Record<string, string>> => messages[of];
