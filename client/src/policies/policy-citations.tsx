import { CitationChip } from "../reading/citation-chip.tsx";
import { figureMark } from "../reading/mark.ts";
import type { Policy } from "./requests.ts";

/** Where the plan says it: the figure where it gives one, else the words. */
export function PolicyCitations({ policy: { amount, citations } }: { policy: Policy }) {
  return (
    <span class="policy-citations">
      {citations.map(({ paragraph, attribute, words }) => (
        <CitationChip
          key={paragraph}
          paragraph={paragraph}
          mark={attribute === "amount" && amount ? figureMark(amount.value, amount.unit) : { kind: "words", words }}
        />
      ))}
    </span>
  );
}
