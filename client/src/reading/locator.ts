import { plans } from "../catalogue.ts";

/** A paragraph id says where in the plan a sentence stands (docs/data-model.md "Paragraph locators"). */
export type Locator =
  | { kind: "chapter"; part: number | null; chapter: number; place: "paragraph" | "row"; number: number }
  | { kind: "part"; part: number; number: number }
  | {
      kind: "box";
      part: number | null;
      chapter: number | null;
      box: string;
      place: "item" | "paragraph";
      number: number;
    };

const plan = plans[0];

function partOf(chapter: number): number | null {
  const part = plan?.parts.find(({ chapters: [from = 0, to = 0] }) => chapter >= from && chapter <= to);
  return part?.number ?? null;
}

const LOCATOR =
  /^[a-z][a-z0-9]*-(part|chapter|box)-([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?-(p|item-|row-)([1-9][0-9]{0,3})$/;
/** Beside the chapters: what stands before the first part, the last line, the captions. Nothing is cited there. */
const OUTSIDE = /^[a-z][a-z0-9]*-(front-p|imprint-p|figure-)/;
const WHOLE_CHAPTER = /^chapter-([1-9][0-9]{0,3})$/;

/** The grammar is the server's (server/Catalogue/Locator.cs); null is no locator. */
export function parseLocator(paragraph: string): Locator | null {
  const [, kind, first, second, form, last] = LOCATOR.exec(paragraph) ?? [];
  if ((kind === "box") !== (second !== undefined)) return null;
  const number = Number(last);
  if (kind === "part" && form === "p") return { kind, part: Number(first), number };
  if (kind === "chapter" && form !== "item-") {
    const chapter = Number(first);
    return { kind, part: partOf(chapter), chapter, place: form === "p" ? "paragraph" : "row", number };
  }
  if (kind !== "box" || form === "row-") return null;
  const box = `${first}-${second}`;
  const chapter = plan?.boxes.find((entry) => entry.box === box)?.chapter ?? null;
  const part = chapter === null ? null : partOf(chapter);
  return { kind, part, chapter, box, place: form === "p" ? "paragraph" : "item", number };
}

export const isOutsideChapters = (paragraph: string): boolean => OUTSIDE.test(paragraph);

/** The reading pane shows a paragraph or a whole chapter, which is written so. */
export const chapterPlace = (chapter: number): string => `chapter-${chapter}`;

export function parseChapterPlace(at: string): number | null {
  const [, chapter] = WHOLE_CHAPTER.exec(at) ?? [];
  return chapter === undefined ? null : Number(chapter);
}
