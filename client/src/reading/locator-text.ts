import { chineseNumeral, circled } from "../language/format.ts";
import { translate } from "../language/t.ts";
import type { Language } from "../language/view.ts";
import { type Locator, parseLocator } from "./locator.ts";

const numeral = (value: number, language: Language): string =>
  language === "zh" ? chineseNumeral(value) : String(value);

export const partWords = (part: number, language: Language): string =>
  translate(language, "locator.part", { number: numeral(part, language) });

export const chapterWords = (chapter: number, language: Language): string =>
  translate(language, "locator.chapter", { number: numeral(chapter, language) });

/** The words of a citation chip: 专栏 4-1 ③, 第二十章 — or Box 4-1 ③, Ch. 20. */
export function shortLocator(paragraph: string, language: Language): string {
  const locator = parseLocator(paragraph);
  if (!locator) return paragraph;
  switch (locator.kind) {
    case "box": {
      const item = locator.place === "item" ? ` ${circled(locator.number)}` : "";
      return `${translate(language, "locator.box", { box: locator.box })}${item}`;
    }
    case "part":
      return partWords(locator.part, language);
    case "chapter": {
      const chapter = chapterWords(locator.chapter, language);
      return locator.place === "row"
        ? `${chapter} ${translate(language, "locator.table")} ${circled(locator.number)}`
        : chapter;
    }
  }
}

/** From the part down to the paragraph, for the reading box and for what a screen reader says. */
export function fullLocator(paragraph: string, language: Language): string {
  const locator = parseLocator(paragraph);
  if (!locator) return paragraph;
  const part = locator.part === null ? [] : [partWords(locator.part, language)];
  const chapter = chapterOf(locator);
  const inChapter = chapter === null ? [] : [chapterWords(chapter, language)];
  const box = locator.kind === "box" ? [translate(language, "locator.box", { box: locator.box })] : [];
  return [...part, ...inChapter, ...box, translate(language, placeKey(locator), { number: locator.number })].join(" ");
}

function chapterOf(locator: Locator): number | null {
  return locator.kind === "part" ? null : locator.chapter;
}

function placeKey(locator: Locator) {
  if (locator.kind === "box" && locator.place === "item") return "locator.item" as const;
  if (locator.kind === "chapter" && locator.place === "row") return "locator.row" as const;
  return "locator.paragraph" as const;
}
