import type { Target } from "../../api/types.ts";
import { inLanguage, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { targetWords } from "../../targets/target-words.ts";
import { chosenIndicator, figuresOf, shownIndicator, subjectTargets, yearsOf } from "../../targets/targets.ts";
import { IndicatorBars } from "../../targets/targets-chart.tsx";
import { byTheme, indicatorsOf } from "../../targets/themes.ts";
import { indicator } from "../../targets/view.ts";
import { stops } from "../stops.ts";
import { horizon } from "../view.ts";
import "../../targets/themes.css";
import "./indicator-list.css";

/** The shown indicator with its places in the plan, then all that the plan sets for the subject, to follow another. */
export function IndicatorList({ close }: { close: () => void }) {
  const targets = subjectTargets.value;
  const shown = shownIndicator.value;
  const choose = (code: string | null) => {
    indicator.value = code;
    close();
  };
  return (
    <div class="indicators">
      {shown && <Shown code={shown} targets={targets} />}
      <button
        type="button"
        class="indicator-choice"
        aria-pressed={chosenIndicator.value === null}
        onClick={() => choose(null)}
      >
        {t("horizon.headline")}
      </button>
      {byTheme(targets).map(({ theme, own }) => {
        const choices = <Choices targets={own} choose={choose} />;
        if (!theme) return choices;
        return (
          <details key={theme.code} class="targets-theme" open={own.some((target) => target.indicator === shown)}>
            <summary>
              {inLanguage(theme)}
              <span>{indicatorsOf(own).length}</span>
            </summary>
            {choices}
          </details>
        );
      })}
    </div>
  );
}

function Shown({ code, targets }: { code: string; targets: readonly Target[] }) {
  const own = targets.filter((target) => target.indicator === code);
  const years = yearsOf(
    stops.map(({ year }) => year),
    own,
  );
  const isUndated = figuresOf(own, code, null).length > 0;
  return <IndicatorBars indicator={code} years={isUndated ? [...years, null] : years} targets={own} />;
}

/** Each with its figure at the chosen stop. */
function Choices({ targets, choose }: { targets: readonly Target[]; choose: (code: string) => void }) {
  return (
    <ul>
      {indicatorsOf(targets).map((code) => {
        const figures = figuresOf(targets, code, horizon.value).map(targetWords);
        return (
          <li key={code}>
            <button
              type="button"
              class="indicator-choice"
              aria-pressed={chosenIndicator.value === code}
              onClick={() => choose(code)}
            >
              <span>{termName("indicator", code)}</span>
              {figures.length > 0 ? (
                <strong>{figures.map(({ sign, value }) => `${sign}${value}`).join(t("list.separator"))}</strong>
              ) : (
                <span class="pill-not-stated">{t("not_stated_short")}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
