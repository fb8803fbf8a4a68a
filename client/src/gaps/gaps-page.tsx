import { useEffect } from "preact/hooks";
import { CountedChoice } from "../controls/counted-choice.tsx";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { PageHead } from "../layout/page-head.tsx";
import { GapCard } from "./parts/gap-card.tsx";
import { gapWords } from "./parts/gap-words.ts";
import { countGaps, gaps, loadGaps, shownGaps } from "./parts/gaps.ts";
import type { GapEntry } from "./requests.ts";
import { gapKind, gapRule, shownGap } from "./view.ts";
import "./gaps.css";

/** Where the plan is silent or says one thing in two ways: a work list, without a verdict. */
export function GapsPage() {
  useEffect(loadGaps, []);
  const held = gaps.value;
  const entries = held.kind === "ready" ? held.data.entries : [];
  const chosen = { rule: gapRule.value, kind: gapKind.value };
  return (
    <section class="page" aria-label={t("gaps.title")}>
      <PageHead title={t("gaps.title")} note={t("gaps.note")}>
        {held.kind === "ready" && (
          <strong role="status">{t("gaps.shown", { shown: shownGaps.value.length, total: entries.length })}</strong>
        )}
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          {held.kind === "loading" && <span class="skeleton" style={{ height: "200px" }} />}
          {held.kind === "failed" && (
            <div class="reading-absent" role="alert">
              <p>{problemText(held.problem)}</p>
              <button type="button" class="button" onClick={loadGaps}>
                {t("states.retry")}
              </button>
            </div>
          )}
          {held.kind === "ready" && (
            <>
              <CountedChoice
                all={t("gaps.all")}
                words={(code) => gapWords("gap_kind", code)}
                label={t("gaps.by_kind")}
                counts={countGaps(entries, "kind", chosen)}
                chosen={gapKind}
              />
              <CountedChoice
                all={t("gaps.all")}
                words={(code) => gapWords("gap_rule", code)}
                label={t("gaps.by_rule")}
                counts={countGaps(entries, "rule", chosen)}
                chosen={gapRule}
              />
              <List entries={shownGaps.value} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** The one that a link or a card led to stands first. */
function List({ entries }: { entries: readonly GapEntry[] }) {
  if (entries.length === 0) return <p class="state-empty">{t("gaps.none")}</p>;
  const first = entries.filter(({ code }) => code === shownGap.value);
  return (
    <ol class="gap-list">
      {[...first, ...entries.filter((entry) => !first.includes(entry))].map((entry) => (
        <li key={entry.code}>
          <GapCard entry={entry} shown={first.includes(entry)} />
        </li>
      ))}
    </ol>
  );
}
