import { Icon } from "../controls/icons.tsx";
import { statusWords } from "../features/status-words.ts";
import { termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { HiddenLayers } from "../layers/hidden-layers.tsx";
import { CitationChip } from "../reading/citation-chip.tsx";
import { bubbles } from "../unplaced/bubbles.ts";
import { openUnplacedAt } from "../unplaced/open.ts";
import { answer, inHiddenLayers, type LocatedPark, parks } from "./answer.ts";
import { AnswerLine } from "./answer-line.tsx";
import { AnswerRow } from "./answer-row.tsx";
import "./answer.css";

/** At the top of the list under a filter: what it finds, and the parks that the map answers with. */
export function LocatedAnswer() {
  if (answer.value.length === 0) return null;
  return (
    <section class="located-answer" aria-label={t("answer.title")}>
      <p class="answer-line" aria-live="polite">
        <AnswerLine />
      </p>
      <HiddenLayers of={inHiddenLayers.value} />
      {parks.value.length > 0 && (
        <ul>
          {parks.value.map((located) => (
            <ParkRow key={located.park.properties.code} {...located} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ParkRow({ collection, park, grounds }: LocatedPark) {
  const { code } = park.properties;
  const bubble = bubbles.value.get(code);
  return (
    <AnswerRow collection={collection} feature={park}>
      {grounds.length > 0 ? (
        <ul class="answer-why">
          {grounds.map((ground) => (
            <li key={`${ground.industry_chain} ${ground.words}`}>
              {ground.industry_chain
                ? termName("industry_chain", ground.industry_chain)
                : termName("industry_cluster", ground.industry_cluster)}
              {" · "}
              {termName("chain_degree", ground.degree)}
              {" · "}
              <q lang="zh-CN">{ground.words}</q>{" "}
              <CitationChip paragraph={ground.paragraph} mark={{ kind: "words", words: ground.words }} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="answer-why">{statusWords(park)}</p>
      )}
      {bubble && (
        <button type="button" class="answer-unplaced" onClick={() => openUnplacedAt(code)}>
          <Icon name="pin" size={16} />
          {bubble.text}
        </button>
      )}
    </AnswerRow>
  );
}
