import { formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import "./answer.css";
import { answer } from "./answer.ts";
import type { PartCount } from "./parts-of-answer.ts";

/** The answer of a filter in its parts, wherever it is counted. */
export function AnswerLine() {
  return (
    <>
      {answer.value.map((count) => (
        <span key={count.part} class="answer-part" data-part={count.part}>
          {partWords(count)}
        </span>
      ))}
    </>
  );
}

/** The same as one text. */
export const answerWords = (): string => answer.value.map(partWords).join(" · ");

export function partWords({ part, matched, placed }: PartCount): string {
  const number = (value: number) => formatNumber(value, language.value);
  const name = t(`answer.${part}` as const);
  return placed === matched
    ? t("answer.part", { name, count: number(matched) })
    : t("answer.part_placed", { name, placed: number(placed), count: number(matched) });
}
