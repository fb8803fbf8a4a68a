import { useSignal } from "@preact/signals";
import { IconButton } from "../../controls/icon-button.tsx";
import { PARKS } from "../../features/plan.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { PoliciesOf } from "../../policies/policies-of.tsx";
import { openFeature } from "../../selection/select.ts";
import { toggleChosen } from "../choose.ts";
import { match } from "../match.ts";
import { countOfChain } from "../of-chain.ts";
import { parkFeature, parkName } from "../park-names.ts";
import type { RankedPark } from "../ranking.ts";
import { parkPageAddress } from "../requests.ts";
import { chosen, MOST_CHOSEN } from "../view.ts";
import { Arithmetic, Bar, Basis } from "./arithmetic.tsx";
import { formatScore } from "./figures.ts";
import { ofChainWords } from "./of-chain-words.ts";
import { OwnNote } from "./own-note.tsx";
import { NotStated, StatedTargets } from "./park-facts.tsx";
import { Why } from "./why.tsx";
import "./park-card.css";

/** One park of the answer: rank and score, how the score comes about, why, what is stated and what is not. */
export function ParkCard({ row, isShared }: { row: RankedPark; isShared: boolean }) {
  const { park, rank, score } = row;
  const name = parkName(park.code);
  const number = parkFeature(park.code)?.properties.number;
  return (
    <article class="match-card" aria-label={name} data-chosen={chosen.value.includes(park.code)}>
      <header>
        <span class="match-rank" role="img" aria-label={t(isShared ? "parks.rank_shared" : "parks.rank", { rank })}>
          {rank}
        </span>
        <h4>
          <button
            type="button"
            class="match-name"
            data-code={park.code}
            title={t("parks.open_card", { name })}
            onClick={() => openFeature(PARKS, park.code)}
          >
            {name}
          </button>
        </h4>
        {typeof number === "number" && <small>{t("parks.number", { number })}</small>}
        <span class="match-known" title={t("parks.known_long", { known: park.known, of: park.of })}>
          <meter min={0} max={park.of} value={park.known} aria-hidden="true" />
          {t("parks.known", { known: park.known, of: park.of })}
        </span>
        <strong class="match-score" data-wide={score.min !== score.max}>
          <span class="spoken">{t("parks.score")}</span>
          {formatScore(score)}
        </strong>
      </header>
      <Bar counted={row.counted} />
      <Arithmetic row={row} />
      <Why reasons={park.why} />
      <OfChain park={park.code} />
      <footer>
        <div class="match-facts">
          <StatedTargets code={park.code} />
          <NotStated codes={park.not_stated} />
        </div>
        <Choose code={park.code} name={name} />
      </footer>
      {chosen.value.includes(park.code) && <OwnNote code={park.code} name={name} />}
      <Basis counted={row.counted} score={score} />
      <More code={park.code} />
    </article>
  );
}

/** What the text puts at the park of the chain that is asked for; what has no place on the map counts here too. */
function OfChain({ park }: { park: string }) {
  const chain = match.value?.question.industry_chain;
  const counts = chain ? countOfChain(chain, park) : [];
  if (counts.length === 0) return null;
  return <p class="note">{counts.map(ofChainWords).join(" · ")}</p>;
}

function Choose({ code, name }: { code: string; name: string }) {
  const isOn = chosen.value.includes(code);
  const isFull = !isOn && chosen.value.length >= MOST_CHOSEN;
  return (
    <IconButton
      icon={isOn ? "check" : "plus"}
      class="match-choose"
      name={isFull ? t("parks.full", { most: MOST_CHOSEN }) : t(isOn ? "parks.chosen" : "parks.choose", { name })}
      aria-pressed={isOn}
      disabled={isFull}
      onClick={() => toggleChosen(code)}
    />
  );
}

/** What applies to the park, asked for when somebody wants to know, and its page to send on. */
function More({ code }: { code: string }) {
  const isOpen = useSignal(false);
  return (
    <details
      class="match-basis match-more"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{t("parks.more")}</summary>
      {isOpen.value && (
        <>
          <PoliciesOf collection={PARKS} code={code} />
          <a href={parkPageAddress(code, language.value)}>{t("parks.page")}</a>
        </>
      )}
    </details>
  );
}
