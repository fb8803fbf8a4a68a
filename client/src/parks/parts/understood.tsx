import { ChainBadge } from "../../controls/swatch.tsx";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language, pageLanguage } from "../../language/view.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import { match } from "../match.ts";
import type { MatchTerm } from "../requests.ts";
import { asked } from "../view.ts";

const nameOf = (term: MatchTerm): string => term[language.value] ?? term[pageLanguage.value] ?? term.zh;
const kindOf = ({ kind }: MatchTerm): string => t(`parks.kind_${kind}` as "parks.kind_product");

/** What words were taken to mean; when they mean no chain, what is near to them, to press. */
export function Understood() {
  const now = asked.value;
  const question = match.value?.question;
  if (now?.kind !== "words" || !question) return null;
  const [first] = question.understood ?? [];
  if (first && (question.industry_chain || question.industry_cluster))
    return <Meant words={now.words} term={first} chain={question.industry_chain} cluster={question.industry_cluster} />;
  return (
    <div class="ask-answer" role="status">
      <p>{t("parks.not_understood", { words: now.words })}</p>
      {question.nearest.length === 0 ? (
        <p>{t("parks.no_nearest")}</p>
      ) : (
        <p class="ask-nearest">
          {t("parks.nearest")}
          {question.nearest.map((term) => (
            <button
              key={`${term.kind} ${term.zh}`}
              type="button"
              class="term"
              title={kindOf(term)}
              onClick={() => {
                asked.value = term.industry_chain
                  ? { kind: "chain", code: term.industry_chain }
                  : { kind: "words", words: term.zh };
              }}
            >
              {term.industry_chain && <ChainBadge chain={term.industry_chain} />}
              {nameOf(term)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

type MeantProps = { words: string; term: MatchTerm; chain: string | null; cluster: string | null };

function Meant({ words, term, chain, cluster }: MeantProps) {
  return (
    <p class="ask-answer" role="status">
      {t("parks.understood", { words })}
      {chain && <ChainBadge chain={chain} />}
      <strong>{chain ? termName("industry_chain", chain) : termName("industry_cluster", cluster ?? "")}</strong>
      <span class="note">
        {kindOf(term)} · {nameOf(term)}
      </span>
      {term.paragraph && <CitationChip paragraph={term.paragraph} mark={{ kind: "words", words: term.zh }} />}
    </p>
  );
}
