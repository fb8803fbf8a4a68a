import type { ComponentChildren } from "preact";
import { t } from "../../language/t.ts";
import { comparedRows } from "../view.ts";
import type { Group, Row } from "./compare-rows.tsx";

const isEqual = ({ cells }: Row): boolean => cells.every(({ text }) => text === cells[0]?.text);

type Props = {
  /** A `th` for each column. */
  heads: readonly ComponentChildren[];
  groups: readonly Group[];
  /** Rows that are no part of what is compared, before it. */
  before?: ComponentChildren;
};

/** A table of things side by side. What is equal for all is hidden where only differences are wanted, and named below. */
export function SideBySide({ heads, groups, before }: Props) {
  const onlyDifferences = comparedRows.value === "differences" && heads.length > 1;
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !onlyDifferences || !isEqual(row)) }))
    .filter(({ rows }) => rows.length > 0);
  const hidden = onlyDifferences ? groups.flatMap(({ rows }) => rows.filter(isEqual)) : [];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too */}
      <section class="compare-scroll" tabIndex={0} aria-label={t("compare.title")}>
        <table class="compare" style={{ "--parks": heads.length }}>
          <thead>
            <tr>
              <th scope="col">
                <label class="compare-only">
                  <input
                    type="checkbox"
                    role="switch"
                    aria-checked={onlyDifferences}
                    checked={onlyDifferences}
                    disabled={heads.length < 2}
                    onChange={(event) => {
                      comparedRows.value = event.currentTarget.checked ? "differences" : "all";
                    }}
                  />
                  {t("compare.only")}
                </label>
              </th>
              {heads}
            </tr>
          </thead>
          {before}
          {shown.map((group) => (
            <Rows key={group.key} group={group} span={heads.length + 1} />
          ))}
        </table>
      </section>
      {hidden.length > 0 && (
        <section class="compare-hidden" aria-label={t("compare.hidden")}>
          <h3>{t("compare.hidden")}</h3>
          <dl>
            {hidden.map(({ key, label, cells }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd>{cells[0]?.content}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function Rows({ group, span }: { group: Group; span: number }) {
  return (
    <tbody>
      <tr>
        <th class="compare-group" scope="rowgroup" colSpan={span}>
          <span>{group.title}</span>
        </th>
      </tr>
      {group.rows.map(({ key, label, rule, cells }) => (
        <tr key={key}>
          <th scope="row">
            {label}
            {rule && (
              <details class="compare-rule">
                <summary>{t("compare.rule")}</summary>
                <p>{rule}</p>
              </details>
            )}
          </th>
          {cells.map(({ content }, place) => (
            <td key={place}>{content}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
