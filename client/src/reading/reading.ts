import { batch, computed, effect, signal } from "@preact/signals";
import { createRemote, type Remote } from "../api/remote.ts";
import { findFeature } from "../features/plan.ts";
import { setLeftPanel, width } from "../layout/layout.ts";
import { sheetStop } from "../layout/sheet.ts";
import { page, tab } from "../layout/view.ts";
import { selection } from "../selection/view.ts";
import { isOutsideChapters, parseChapterPlace, parseLocator } from "./locator.ts";
import { type Mark, parseMark, serialiseMark } from "./mark.ts";
import { type CitedParagraph, getChapter, getOutline, getParagraph, type Outline, type Wanted } from "./requests.ts";
import { citedMark, citedParagraph, reading } from "./view.ts";

/** The text of the plan: its outline, its chapters, and the one sentence that says it. */
const outlines = createRemote<Outline>(() => getOutline());
const chapters = createRemote((number) => getChapter(Number(number)));
const paragraphs = createRemote<CitedParagraph>((key) => {
  const [id = "", query = ""] = key.split("?");
  return getParagraph(id, Object.fromEntries(new URLSearchParams(query)));
});

export const outline = computed<Remote<Outline>>(() => outlines.read("fyp14"));
export const loadOutline = () => outlines.want("fyp14");
export const readChapter = (number: number) => chapters.read(String(number));
export const wantChapter = (number: number) => chapters.want(String(number));

/** The request that finds the sentence: what the open feature says of itself there, a figure, or words. */
export function paragraphKey(id: string, mark: Mark | null, of: { collection: string; code: string } | null): string {
  const wanted: Wanted =
    mark?.kind === "figure"
      ? { value: mark.value, ...(mark.unit ? { unit: mark.unit } : {}) }
      : mark?.kind === "words"
        ? { q: mark.words }
        : mark?.kind === "span" || !of
          ? {}
          : { code: of.code, collection: of.collection, ...(mark ? { attribute: mark.name } : {}) };
  const query = new URLSearchParams(wanted).toString();
  return query ? `${id}?${query}` : id;
}
export const readParagraph = (key: string) => paragraphs.read(key);
export const wantParagraph = (key: string) => paragraphs.want(key);

/** Null until the outline is there: a chip says "not loaded" only when that is known. */
export const textLoaded = computed<boolean | null>(() =>
  outline.value.kind === "ready" ? outline.value.data.text_loaded : null,
);

/** A locator that the outline of the loaded text does not have. */
export function isBroken(paragraph: string): boolean {
  const locator = parseLocator(paragraph);
  if (!locator) return !isOutsideChapters(paragraph);
  if (locator.kind === "box" && locator.chapter === null) return true;
  if (locator.kind === "chapter" && locator.part === null) return true;
  if (outline.value.kind !== "ready" || !outline.value.data.text_loaded) return false;
  if (locator.kind !== "box" || locator.place !== "item") return false;
  const boxes = outline.value.data.parts.flatMap((part) => part.chapters.flatMap((chapter) => chapter.boxes));
  const box = boxes.find((entry) => entry.box === locator.box);
  return !box || (box.items !== null && locator.number > box.items);
}

/** `reading` is a paragraph or `chapter-20`; the preamble of a part stands before its first chapter. */
export const readingChapter = computed<number | null>(() => {
  const at = reading.value;
  if (at === null) return null;
  const whole = parseChapterPlace(at);
  if (whole !== null) return whole;
  const locator = parseLocator(at);
  if (locator?.kind === "part" && outline.value.kind === "ready")
    return outline.value.data.parts.find(({ number }) => number === locator.part)?.chapters[0]?.number ?? null;
  return locator && locator.kind !== "part" ? locator.chapter : null;
});

/** Rises with every request to read, so that asking for the same place scrolls to it again. */
export const readingCalls = signal(0);

/** Opens the chapter at the sentence. The panels that show it follow `tab` and `reading`. */
export function readAt(at: string, mark: Mark | null = null): void {
  batch(() => {
    page.value = "map";
    tab.value = "text";
    reading.value = at;
    citedMark.value = serialiseMark(mark) || null;
    if (citedParagraph.value !== at) citedParagraph.value = null;
    readingCalls.value++;
    setLeftPanel("open");
    if (width.value === "phone") sheetStop.value = "full";
  });
}

export const currentMark = computed(() => parseMark(citedMark.value));

/** Whose words they are: the open feature, where it cites the paragraph. */
export function featureCiting(paragraph: string): { collection: string; code: string } | null {
  const chosen = selection.value;
  if (chosen.kind !== "feature") return null;
  const feature = findFeature(chosen.collection, chosen.code);
  const cites = feature?.properties.citations.some((citation) => citation.paragraph === paragraph);
  return cites ? { collection: chosen.collection, code: chosen.code } : null;
}

/** What the marks say of a text; the client finds the sentence of a stretch itself. */
export function sentenceOf(sentences: readonly { start: number; end: number }[], at: number): number {
  return Math.max(
    0,
    sentences.findIndex(({ end }) => at < end),
  );
}

export function startReading(): () => void {
  return effect(() => {
    const number = readingChapter.value;
    if (number !== null) wantChapter(number);
  });
}
