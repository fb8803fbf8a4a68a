import type { ComponentChildren } from "preact";
import type { Citation } from "../../api/types.ts";
import { ruleWords } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import type { Mark } from "../../reading/mark.ts";

/** One line of the card: what, how much, and where that comes from. */
type Source = Pick<Citation, "paragraph" | "rule" | "basis"> & { attribute?: string | null; mark?: Mark };

export const cited = (citations: readonly Citation[], attribute: string): Source[] =>
  citations.filter((citation) => citation.attribute === attribute);

const markOf = ({ attribute, mark }: Source): Mark | null =>
  mark ?? (attribute ? { kind: "attribute", name: attribute } : null);

/** Nothing stands there. Only the plan can be silent; of what others have said it is merely not given. */
export function NotStated({ origin = "plan" }: { origin?: string }) {
  return <span class="pill-not-stated">{t(origin === "plan" ? "not_stated" : "not_given")}</span>;
}

export function Fact({
  label,
  citations,
  children,
}: {
  label: string;
  citations: readonly Source[];
  children: ComponentChildren;
}) {
  const places = new Map(citations.map((citation) => [citation.paragraph, markOf(citation)]));
  const rules = [...new Set(citations.flatMap(({ basis, rule }) => (basis === "derived" ? [rule ?? ""] : [])))];
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <span class="fact-value">{children}</span>
        <span class="fact-chips">
          {[...places].map(([paragraph, mark]) => (
            <CitationChip key={paragraph} paragraph={paragraph} mark={mark} />
          ))}
          {rules.map((code) => (
            <DerivedMark key={code} code={code} />
          ))}
        </span>
      </dd>
    </div>
  );
}

/** Says how we got there; readable by everybody, not only under a pointer. */
function DerivedMark({ code }: { code: string }) {
  return (
    <details class="derived">
      <summary class="chip chip-derived">{t("derived")}</summary>
      <p class="note">{code ? ruleWords(code) : t("status.derived_short")}</p>
    </details>
  );
}
