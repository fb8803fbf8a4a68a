import type { Target } from "../../api/types.ts";
import { Icon } from "../../controls/icons.tsx";
import { inLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { shortLocator } from "../../reading/locator-text.ts";
import { figureMark } from "../../reading/mark.ts";
import { readAt } from "../../reading/reading.ts";
import { targetWords } from "../../targets/target-words.ts";
import { findFact, mustHaves } from "../criteria.ts";
import { parkFeature } from "../park-names.ts";
import "./park-facts.css";

/** The targets that must-haves ask for are those that people ask for: the latest stated of each. */
const indicators = mustHaves.flatMap(({ indicator }) => indicator ?? []);

export function latestTarget(targets: readonly Target[], indicator: string): Target | null {
  const stated = targets.filter((target) => target.indicator === indicator && target.value !== null);
  const [latest] = stated.sort((a, b) => (b.horizon ?? 0) - (a.horizon ?? 0));
  return latest ?? null;
}

/** A figure that is its own citation: pressed, it opens the sentence it stands in. */
export function StatedTargets({ code }: { code: string }) {
  const targets = parkFeature(code)?.properties.targets ?? [];
  return (
    <>
      {indicators.map((indicator) => {
        const target = latestTarget(targets, indicator);
        if (!target || target.value === null) return null;
        const { value, paragraph, unit } = target;
        const { sign, value: words } = targetWords(target);
        const place = shortLocator(paragraph, language.value);
        return (
          <button
            key={indicator}
            type="button"
            class="chip match-fact"
            title={t("cite.open", { place })}
            onClick={() => readAt(paragraph, figureMark(value, unit))}
          >
            <Icon name="quote" size={11} />
            {[target.horizon ?? t("parks.no_year"), termName("indicator", indicator)].join(" ")} {sign}
            {words}
          </button>
        );
      })}
    </>
  );
}

const FIRST = 2;

/** What the plan does not say of a park: the first few, and the rest where it is asked for. */
export function NotStated({ codes }: { codes: readonly string[] }) {
  const names = codes.map((code) => {
    const fact = findFact(code);
    return fact ? inLanguage(fact) : code;
  });
  const pill = (name: string) => (
    <span key={name} class="pill-not-stated">
      {t("parks.missing", { name })}
    </span>
  );
  const rest = names.slice(FIRST);
  return (
    <>
      {names.slice(0, FIRST).map(pill)}
      {rest.length > 0 && (
        <details class="match-missing">
          <summary class="pill-not-stated">{t("parks.more_missing", { count: rest.length })}</summary>
          <p>{rest.join(t("list.separator"))}</p>
        </details>
      )}
    </>
  );
}
