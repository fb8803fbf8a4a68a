import { useEffect, useRef, useState } from "preact/hooks";
import type { Citation, PlanFeature } from "../api/types.ts";
import { ContestPart } from "../contest/contest-part.tsx";
import { IconButton } from "../controls/icon-button.tsx";
import { Icon } from "../controls/icons.tsx";
import { ruleWords } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { fullLocator, shortLocator } from "./locator-text.ts";
import { Sentences } from "./parts/sentences.tsx";
import { ShowParagraph } from "./parts/show-paragraph.tsx";
import { currentMark, paragraphKey, readAt, readParagraph, sentenceOf, textLoaded, wantParagraph } from "./reading.ts";
import type { CitedParagraph } from "./requests.ts";
import { citedParagraph } from "./view.ts";
import "./reading-box.css";

/** The plan speaking in the card: the sentence of the pressed chip, or the one that names the feature. */
export function ReadingBox({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { citations, code } = feature.properties;
  const chosen = citedParagraph.value;
  const naming = citations.find(({ attribute }) => attribute === null) ?? citations[0];
  const paragraph = chosen ?? naming?.paragraph;
  const mark = chosen ? currentMark.value : null;
  const key = paragraph ? paragraphKey(paragraph, mark, { collection, code }) : "";
  useEffect(() => {
    if (key && textLoaded.value !== false) wantParagraph(key);
  }, [key, textLoaded.value]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) box.current?.scrollIntoView({ block: "nearest" });
  }, [chosen, key]);
  if (!paragraph) return null;
  const attribute = mark?.kind === "attribute" ? mark.name : null;
  const said = citations.filter((one) => one.paragraph === paragraph && one.attribute === attribute);
  return (
    <section class="reading-box" ref={box} aria-label={t("reading.box")}>
      <Body key={key} paragraph={paragraph} requestKey={key} />
      <Rules citations={said} />
    </section>
  );
}

function Body({ paragraph, requestKey }: { paragraph: string; requestKey: string }) {
  const held = readParagraph(requestKey);
  if (textLoaded.value === false) return <Absent paragraph={paragraph} words={t("text.absent")} />;
  if (held.kind === "loading")
    return (
      <>
        <Head paragraph={paragraph} page={null} />
        <div class="reading-text" role="status" aria-label={t("states.loading")}>
          <span class="skeleton" style={{ height: "96px" }} />
        </div>
      </>
    );
  if (held.kind === "failed") {
    if (held.problem.status === 404) return <Absent paragraph={paragraph} words={t("text.broken")} broken />;
    return (
      <Absent paragraph={paragraph} words={problemText(held.problem)}>
        <button type="button" class="button" onClick={() => wantParagraph(requestKey)}>
          {t("states.retry")}
        </button>
      </Absent>
    );
  }
  if (held.data.text === null) return <Absent paragraph={paragraph} words={t("text.absent")} />;
  return <Text data={held.data} />;
}

function Text({ data }: { data: CitedParagraph }) {
  const { highlight, sentences } = data;
  const mark = currentMark.value;
  const span = mark?.kind === "span" ? mark : null;
  const first = span ? sentenceOf(sentences, span.start) : (highlight?.sentence ?? 0);
  const [at, setAt] = useState(first);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // two lines of what stands before stay in sight
    const said = text.current?.querySelector<HTMLElement>("[data-said]");
    if (said && text.current) text.current.scrollTop = Math.max(0, said.offsetTop - 54);
    // whoever pressed a chip sees the whole box, now that it has its height
    if (citedParagraph.value) text.current?.closest(".reading-box")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const marked = highlight && { start: highlight.mark_start, end: highlight.mark_end };
  return (
    <>
      <Head paragraph={data.id} page={sentences[at]?.page ?? data.page} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached by keyboard */}
      <div class="reading-text" lang="zh-CN" ref={text} tabIndex={0} role="document" aria-label={t("tabs.text")}>
        <Sentences paragraph={data} sentence={at} mark={at === first ? (span ?? marked) : null} />
      </div>
      <div class="reading-foot">
        <ShowParagraph paragraph={data.id} cited={data} />
        <span class="reading-steps">
          <Step icon="left" name={t("reading.previous")} to={at - 1} last={sentences.length - 1} go={setAt} />
          <span aria-live="polite">{t("reading.sentence", { n: at + 1, m: sentences.length })}</span>
          <Step icon="right" name={t("reading.next")} to={at + 1} last={sentences.length - 1} go={setAt} />
        </span>
      </div>
      <ContestPart
        about={{ kind: "paragraph", paragraph: data.id, sentences: sentences.length, sentence: at }}
        name={shortLocator(data.id, language.value)}
      />
    </>
  );
}

type StepProps = { icon: "left" | "right"; name: string; to: number; last: number; go: (at: number) => void };

function Step({ icon, name, to, last, go }: StepProps) {
  return <IconButton icon={icon} name={name} size={16} disabled={to < 0 || to > last} onClick={() => go(to)} />;
}

function Head({ paragraph, page }: { paragraph: string; page: number | null }) {
  return (
    <div class="reading-head">
      <Icon name="book" size={16} />
      <h2>{t("tabs.text")}</h2>
      <span title={fullLocator(paragraph, language.value)}>
        {shortLocator(paragraph, language.value)}
        {page !== null && ` · ${t("reading.page", { page })}`}
      </span>
      <IconButton
        icon="expand"
        name={t("reading.expand")}
        size={16}
        onClick={() => readAt(paragraph, currentMark.value)}
      />
    </div>
  );
}

function Absent({
  paragraph,
  words,
  broken = false,
  children,
}: {
  paragraph: string;
  words: string;
  broken?: boolean;
  children?: preact.ComponentChildren;
}) {
  return (
    <>
      <Head paragraph={paragraph} page={null} />
      <div class="reading-absent" data-broken={broken}>
        <strong>{fullLocator(paragraph, language.value)}</strong>
        <p>{words}</p>
        {children}
      </div>
    </>
  );
}

function Rules({ citations }: { citations: readonly Citation[] }) {
  const rules = [...new Set(citations.flatMap(({ rule }) => (rule ? [rule] : [])))];
  if (rules.length === 0) return null;
  return (
    <div class="reading-rule">
      {rules.map((code) => (
        <p key={code}>{t("text.rule", { rule: ruleWords(code) })}</p>
      ))}
    </div>
  );
}
