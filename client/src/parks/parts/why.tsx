import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import type { MatchReason } from "../requests.ts";
import "./why.css";

/** Why a park has to do with the question: how it comes to the chain, the plan's own word, and where it stands. */
export function Why({ reasons }: { reasons: readonly MatchReason[] }) {
  if (reasons.length === 0) return <p class="note">{t("parks.why_none")}</p>;
  return (
    <ul class="match-why">
      {reasons.map((reason) => (
        <li key={`${reason.degree} ${reason.words}`}>
          <span>{termName("chain_degree", reason.degree)}</span>
          <q lang="zh-CN">{reason.words}</q>
          <CitationChip paragraph={reason.citation.paragraph} mark={{ kind: "words", words: reason.words }} />
        </li>
      ))}
    </ul>
  );
}
