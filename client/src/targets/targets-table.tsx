import type { Target } from "../api/types.ts";
import { horizon } from "../horizon/view.ts";
import { inLanguage, saidInLanguage, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { TargetFigure } from "./target-figure.tsx";
import { byTheme, indicatorsOf } from "./themes.ts";
import "./targets-table.css";
import "./themes.css";

/** What the plan sets for one subject: a table, or one for each theme where there is much, the first of them open. */
export function TargetsTable({ targets }: { targets: readonly Target[] }) {
  return (
    <section class="card-section">
      <div class="section-head">
        <h2>{t("targets.title")}</h2>
        <span>{t("targets.note")}</span>
      </div>
      <TargetsByTheme targets={targets} />
    </section>
  );
}

/** Without a head of its own. */
export function TargetsByTheme({ targets }: { targets: readonly Target[] }) {
  return (
    <>
      {byTheme(targets).map(({ theme, own }, place) =>
        theme ? (
          <details key={theme.code} class="targets-theme" open={place === 0}>
            <summary>
              {inLanguage(theme)}
              <span>{own.length}</span>
            </summary>
            <Years targets={own} />
          </details>
        ) : (
          <Years key="all" targets={own} />
        ),
      )}
    </>
  );
}

/** Indicators down, years across; a target without a year has a column that says so. */
function Years({ targets }: { targets: readonly Target[] }) {
  const rows = indicatorsOf(targets);
  const years = [...new Set(targets.map((target) => target.horizon))].sort((a, b) => (a ?? 9999) - (b ?? 9999));
  return (
    <div class="targets-scroll">
      <table class="targets">
        <thead>
          <tr>
            <th scope="col">{t("targets.indicator")}</th>
            {years.map((year) => (
              <th key={year} scope="col" data-current={year === horizon.value}>
                {year ?? t("targets.no_year")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((indicator) => (
            <tr key={indicator}>
              <th scope="row">{termName("indicator", indicator)}</th>
              {years.map((year) => (
                <td key={year} data-current={year === horizon.value}>
                  <Cell
                    targets={targets.filter((target) => target.indicator === indicator && target.horizon === year)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ targets }: { targets: readonly Target[] }) {
  if (targets.length === 0) return <span class="pill-not-stated">{t("not_stated_short")}</span>;
  return (
    <>
      {targets.map((target) => (
        <span key={`${target.paragraph} ${target.value}`} class="target-cell">
          <TargetFigure target={target} />
          <Note target={target} />
        </span>
      ))}
    </>
  );
}

function Note({ target }: { target: Target }) {
  const words = saidInLanguage(target, "note");
  return words ? <small>{words}</small> : null;
}
