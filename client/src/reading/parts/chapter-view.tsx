import { useEffect, useRef } from "preact/hooks";
import { ContestPart } from "../../contest/contest-part.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { chapterPlace, parseChapterPlace } from "../locator.ts";
import { chapterWords, fullLocator } from "../locator-text.ts";
import {
  currentMark,
  featureCiting,
  paragraphKey,
  readAt,
  readChapter,
  readingCalls,
  readParagraph,
  sentenceOf,
  wantChapter,
  wantParagraph,
} from "../reading.ts";
import type { Chapter, Paragraph } from "../requests.ts";
import { reading } from "../view.ts";
import { CiteButton } from "./cite-button.tsx";
import { Sentences } from "./sentences.tsx";
import { ShowParagraph } from "./show-paragraph.tsx";
import "../reading-box.css";
import "./chapter-view.css";

const CHAPTERS = 51;

/** A chapter as one reads it, boxes in their frames, with printed pages and what each paragraph means on the map. */
export function ChapterView({ number }: { number: number }) {
  const held = readChapter(number);
  const head = (
    <div class="chapter-bar">
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          reading.value = null;
        }}
      >
        <Icon name="left" size={15} />
        {t("text.outline")}
      </button>
      <span class="chapter-steps">
        <Neighbour icon="left" name={t("text.previous_chapter")} to={number - 1} />
        <Neighbour icon="right" name={t("text.next_chapter")} to={number + 1} />
      </span>
    </div>
  );
  if (held.kind === "loading")
    return (
      <div class="chapter" role="status" aria-label={t("states.loading")}>
        {head}
        <span class="skeleton" style={{ height: "28px" }} />
        <span class="skeleton" style={{ height: "240px" }} />
      </div>
    );
  if (held.kind === "failed")
    return (
      <div class="chapter">
        {head}
        <p class="reading-absent" role="alert">
          {problemText(held.problem)}
        </p>
        <button type="button" class="button" onClick={() => wantChapter(number)}>
          {t("states.retry")}
        </button>
      </div>
    );
  return (
    <article class="chapter" aria-label={chapterWords(number, language.value)}>
      {head}
      <ChapterBody chapter={held.data} />
    </article>
  );
}

function Neighbour({ icon, name, to }: { icon: "left" | "right"; name: string; to: number }) {
  return (
    <IconButton
      icon={icon}
      name={name}
      size={16}
      disabled={to < 1 || to > CHAPTERS}
      onClick={() => readAt(chapterPlace(to))}
    />
  );
}

function ChapterBody({ chapter }: { chapter: Chapter }) {
  const body = useRef<HTMLDivElement>(null);
  const at = reading.value;
  const calls = readingCalls.value;
  const target = chapter.paragraphs.find(({ id }) => id === at);
  const mark = currentMark.value;
  const key = target?.text ? paragraphKey(target.id, mark, featureCiting(target.id)) : "";
  useEffect(() => {
    if (key) wantParagraph(key);
  }, [key]);
  const said = key ? readParagraph(key) : null;
  const ready = said?.kind === "ready";
  // asked for again, or found later, it scrolls again
  useEffect(() => {
    const place =
      body.current?.querySelector(`[data-paragraph="${at}"] [data-said]`) ??
      body.current?.querySelector(`[data-paragraph="${at}"]`);
    if (place) place.scrollIntoView({ block: "center" });
    else body.current?.closest(".panel-scroll")?.scrollTo({ top: 0 });
  }, [at, ready, calls, chapter]);
  const span = mark?.kind === "span" ? mark : null;
  const highlight = ready ? said.data.highlight : null;
  const sentence = span && target ? sentenceOf(target.sentences, span.start) : (highlight?.sentence ?? null);
  const marked = span ?? (highlight && { start: highlight.mark_start, end: highlight.mark_end });
  return (
    <div ref={body}>
      <header class="chapter-head">
        <p>{chapterWords(chapter.number, language.value)}</p>
        <h2 lang="zh-CN">{chapter.title}</h2>
      </header>
      {at !== null && parseChapterPlace(at) === null && !target && (
        <p class="reading-absent" data-broken="true" role="alert">
          {t("text.broken")} {fullLocator(at, language.value)}
        </p>
      )}
      {!chapter.text_loaded && <p class="note text-missing">{t("text.absent")}</p>}
      {chapter.paragraphs.map((paragraph, index) => (
        <ChapterParagraph
          key={paragraph.id}
          paragraph={paragraph}
          before={chapter.paragraphs[index - 1]}
          boxTitle={chapter.boxes.find(({ box }) => box === paragraph.box)?.title ?? null}
          isTarget={paragraph === target}
          sentence={paragraph === target ? sentence : null}
          mark={paragraph === target ? marked : null}
        />
      ))}
    </div>
  );
}

type ParagraphProps = {
  paragraph: Paragraph;
  before: Paragraph | undefined;
  boxTitle: string | null;
  isTarget: boolean;
  sentence: number | null;
  mark: { start: number; end: number } | null;
};

function ChapterParagraph({ paragraph, before, boxTitle, isTarget, sentence, mark }: ParagraphProps) {
  const startsBox = paragraph.box !== null && paragraph.box !== before?.box;
  const newPage = paragraph.page !== null && paragraph.page !== before?.page;
  return (
    <>
      {newPage && <p class="chapter-page">{t("reading.page", { page: paragraph.page ?? "" })}</p>}
      {startsBox && (
        <h3 class="chapter-box-title" lang="zh-CN">
          {t("locator.box", { box: paragraph.box ?? "" })} {boxTitle}
        </h3>
      )}
      <section
        class="chapter-paragraph"
        data-paragraph={paragraph.id}
        data-kind={paragraph.box === null ? paragraph.kind : "box-item"}
        data-target={isTarget}
        aria-label={fullLocator(paragraph.id, language.value)}
      >
        <p lang="zh-CN" class="chapter-text">
          {paragraph.text === null ? (
            <span class="note">{fullLocator(paragraph.id, language.value)}</span>
          ) : (
            <Sentences paragraph={paragraph} sentence={sentence} mark={mark} />
          )}
        </p>
        <CiteButton paragraph={paragraph.id} />
        <ShowParagraph paragraph={paragraph.id} cited={paragraph} short />
        <ContestPart
          about={{ kind: "paragraph", paragraph: paragraph.id, sentences: paragraph.sentences.length, sentence }}
          name={fullLocator(paragraph.id, language.value)}
        />
      </section>
    </>
  );
}
