import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { criteria } from "../criteria.ts";
import type { Counted, RankedPark } from "../ranking.ts";
import type { Range } from "../score.ts";
import { formatHundredths, formatScaled, formatScore } from "./figures.ts";
import { rawWords } from "./raw-words.ts";
import "./arithmetic.css";

type Place = { one: Counted; place: number };
const scoring = (counted: readonly Counted[]): Place[] =>
  counted.map((one, place) => ({ one, place })).filter(({ one }) => one.share > 0);
const nameAt = (place: number): string => {
  const criterion = criteria[place];
  return criterion ? inLanguage(criterion) : "";
};

/** The products stacked to the score; what may be is hatched. The line below says the same in figures. */
export function Bar({ counted }: { counted: readonly Counted[] }) {
  return (
    <div class="match-bar" aria-hidden="true">
      {scoring(counted).map(({ one, place }) => (
        <>
          <span data-place={place} style={{ width: `${(one.scaled.min * one.share) / 100}%` }} />
          {one.scaled.max > one.scaled.min && (
            <span
              data-place={place}
              data-maybe
              style={{ width: `${((one.scaled.max - one.scaled.min) * one.share) / 100}%` }}
            />
          )}
        </>
      ))}
    </div>
  );
}

/** Scaled × weight + … = score: the printed sum is that of the printed factors. */
export function Arithmetic({ row: { counted, score } }: { row: RankedPark }) {
  return (
    <p class="match-sum">
      {scoring(counted).map(({ one, place }, index) => (
        <span key={one.criterion.code}>
          {index > 0 && " + "}
          <b data-place={place}>{nameAt(place)}</b> {formatScaled(one.scaled)}×{one.share}
        </span>
      ))}
      {" = "}
      <strong>{formatScore(score)}</strong>
    </p>
  );
}

/** Each criterion with what was found, its product and where the plan says so. */
export function Basis({ counted, score }: { counted: readonly Counted[]; score: Range }) {
  return (
    <details class="match-basis">
      <summary>{t("parks.basis")}</summary>
      <dl>
        {counted.map(({ criterion, scaled, share }, place) => (
          <div key={criterion.code}>
            <dt>
              <span class="match-dot" data-place={place} aria-hidden="true" />
              {nameAt(place)}
            </dt>
            <dd>
              <span>
                {rawWords(criterion) ?? <span class="pill-not-stated">{t("not_stated_short")}</span>}
                {paragraphs(criterion.citations).map((paragraph) => (
                  <CitationChip key={paragraph} paragraph={paragraph} />
                ))}
              </span>
              <span class="match-product">
                {criterion.shown_only
                  ? t("parks.weight_shown_only")
                  : `${formatScaled(scaled)} × ${share} = ${formatScore({ min: scaled.min * share, max: scaled.max * share })}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="match-total">
        {t("parks.score")} <strong>{score.min === score.max ? formatHundredths(score.min) : formatScore(score)}</strong>
      </p>
    </details>
  );
}

const paragraphs = (citations: readonly ({ paragraph: string } | null)[]): string[] => [
  ...new Set(citations.flatMap((citation) => citation?.paragraph ?? [])),
];
