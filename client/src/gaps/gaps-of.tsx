import { useEffect } from "preact/hooks";
import { definitionOf } from "../catalogue.ts";
import { t } from "../language/t.ts";
import { openGap } from "./open.ts";
import { titleOf } from "./parts/gap-title.ts";
import { gapWords } from "./parts/gap-words.ts";
import { gaps, loadGaps } from "./parts/gaps.ts";
import "./gaps-of.css";

type Of = { collection: string; code: string };

/** The entries of the work list that concern a feature of the structure, each with the way to it. Of other features there would be one for every figure that the plan does not give. */
export function GapsOf({ collection, code }: Of) {
  return definitionOf(collection)?.group === "structure" ? <Entries collection={collection} code={code} /> : null;
}

function Entries({ collection, code }: Of) {
  useEffect(loadGaps, []);
  // without the list the card says what it holds itself, and the page says what is wrong
  if (gaps.value.kind !== "ready") return null;
  const entries = gaps.value.data.entries.filter(({ features }) =>
    features.some((feature) => feature.collection === collection && feature.code === code),
  );
  if (entries.length === 0) return null;
  return (
    <section class="card-section" aria-label={t("gaps.title")}>
      <div class="section-head">
        <h2>
          {t("gaps.title")} <span>{entries.length}</span>
        </h2>
      </div>
      <ul class="gaps-of">
        {entries.map((entry) => (
          <li key={entry.code}>
            <button type="button" data-code={entry.code} onClick={() => openGap(entry.code)}>
              {titleOf(entry)}
            </button>
            <small>{gapWords("gap_kind", entry.kind)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
