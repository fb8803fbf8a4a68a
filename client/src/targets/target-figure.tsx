import type { Target } from "../api/types.ts";
import { t } from "../language/t.ts";
import { CitationChip } from "../reading/citation-chip.tsx";
import { figureMark } from "../reading/mark.ts";
import { targetWords } from "./target-words.ts";

/** A target's figure with its place in the plan. One without a figure says so: the sign of a comparator alone says nothing. */
export function TargetFigure({ target }: { target: Target }) {
  const { sign, value } = targetWords(target);
  return (
    <>
      {value === null ? (
        <span class="pill-not-stated">{t("not_stated_short")}</span>
      ) : (
        <strong>
          {sign}
          {value}
        </strong>
      )}
      <CitationChip
        paragraph={target.paragraph}
        mark={target.value === null ? null : figureMark(target.value, target.unit)}
      />
    </>
  );
}
