import { termName } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { isWeighed } from "../ask.ts";
import { match, matchProblem, ranking, retryMatch } from "../match.ts";
import { countOfChain } from "../of-chain.ts";
import { parkFeature } from "../park-names.ts";
import { byReason, type RankedPark } from "../ranking.ts";
import { Apart } from "./apart.tsx";
import { ofChainWords } from "./of-chain-words.ts";
import { ParkCard } from "./park-card.tsx";
import "./results.css";

/** The answer: ranked parks, and apart from them who is out and of whom it cannot be said. */
export function Results() {
  const problem = matchProblem.value;
  if (problem)
    return (
      <div class="reading-absent" role="alert">
        <p>{problemText(problem)}</p>
        <button type="button" class="button" onClick={retryMatch}>
          {t("states.retry")}
        </button>
      </div>
    );
  const answer = match.value;
  if (!answer)
    return isWeighed.value ? (
      <div role="status" aria-label={t("parks.asking")}>
        <span class="skeleton" style={{ display: "block", height: "160px" }} />
      </div>
    ) : null;
  const { parks } = ranking.value;
  const { excluded, undecided, question } = answer;
  const isNothing =
    question.industry_chain === null && question.industry_cluster === null && question.must.length === 0;
  if (isNothing) return null;
  const count = (all: readonly { code: string }[]) => new Set(all.map(({ code }) => code)).size;
  const { tied, others } = byReason(parks);
  const name = question.industry_chain
    ? termName("industry_chain", question.industry_chain)
    : termName("industry_cluster", question.industry_cluster ?? "");
  const title =
    others.length > 0
      ? t("parks.tied", { count: tied.length, name })
      : t("parks.result", { count: answer.parks.length });
  return (
    <section class="match-section match-results" aria-label={title}>
      <div class="match-head" role="status">
        <h3>{title}</h3>
        {excluded.length + undecided.length > 0 && (
          <span>{t("parks.result_apart", { excluded: count(excluded), undecided: count(undecided) })}</span>
        )}
      </div>
      <OnMap codes={tied.map(({ park }) => park.code)} chain={question.industry_chain} />
      {answer.parks.length === 0 && <p class="state-empty">{t("parks.none_left")}</p>}
      <List rows={tied} all={parks} />
      {others.length > 0 && (
        <details class="match-apart">
          <summary>{t("parks.others", { count: others.length })}</summary>
          <List rows={others} all={parks} />
        </details>
      )}
      <Apart
        title={t("parks.undecided", { count: count(undecided) })}
        note={t("parks.undecided_note")}
        parks={undecided}
      />
      <Apart title={t("parks.excluded", { count: count(excluded) })} parks={excluded} />
    </section>
  );
}

type ListProps = { rows: readonly RankedPark[]; all: readonly RankedPark[] };

function List({ rows, all }: ListProps) {
  return (
    <ol class="match-list">
      {rows.map((row) => (
        <li key={row.park.code}>
          <ParkCard row={row} isShared={all.filter(({ rank }) => rank === row.rank).length > 1} />
        </li>
      ))}
    </ol>
  );
}

/** How much of the answer the map can show; of the chain, what the map holds. */
function OnMap({ codes, chain }: { codes: readonly string[]; chain: string | null }) {
  const placed = codes.filter((code) => parkFeature(code)?.geometry).length;
  return (
    <p class="note match-on-map">
      <span>{t("parks.on_map", { placed, unplaced: codes.length - placed })}</span>
      {chain && countOfChain(chain).map((one) => <span key={one.collection}>{ofChainWords(one)}</span>)}
    </p>
  );
}
