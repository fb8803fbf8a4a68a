import { IconButton } from "../../controls/icon-button.tsx";
import { PARKS } from "../../features/plan.ts";
import { t } from "../../language/t.ts";
import { openFeature } from "../../selection/select.ts";
import { toggleChosen } from "../choose.ts";
import type { Compared } from "../compared.ts";
import { parkName } from "../park-names.ts";
import { comparedRows } from "../view.ts";
import { mustWords } from "./apart.tsx";
import { compareGroups, type Group, type Row } from "./compare-rows.tsx";
import { formatScore } from "./figures.ts";
import { OwnNote } from "./own-note.tsx";

const isEqual = ({ cells }: Row): boolean => cells.every(({ text }) => text === cells[0]?.text);

/** Parks side by side. What is equal for all is hidden where only differences are wanted, and named below. */
export function CompareTable({ parks }: { parks: readonly Compared[] }) {
  const groups = compareGroups(parks);
  const onlyDifferences = comparedRows.value === "differences";
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !onlyDifferences || !isEqual(row)) }))
    .filter(({ rows }) => rows.length > 0);
  const hidden = onlyDifferences ? groups.flatMap(({ rows }) => rows.filter(isEqual)) : [];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too */}
      <section class="compare-scroll" tabIndex={0} aria-label={t("compare.title")}>
        <table class="compare" style={{ "--parks": parks.length }}>
          <thead>
            <tr>
              <th scope="col">
                <label class="compare-only">
                  <input
                    type="checkbox"
                    role="switch"
                    aria-checked={onlyDifferences}
                    checked={onlyDifferences}
                    onChange={(event) => {
                      comparedRows.value = event.currentTarget.checked ? "differences" : "all";
                    }}
                  />
                  {t("compare.only")}
                </label>
              </th>
              {parks.map((park) => (
                <Head key={park.code} park={park} />
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("parks.own_note")}</th>
              {parks.map(({ code }) => (
                <td key={code}>
                  <OwnNote code={code} name={parkName(code)} />
                </td>
              ))}
            </tr>
          </tbody>
          {shown.map((group) => (
            <Rows key={group.key} group={group} span={parks.length + 1} />
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

function Head({ park: { code, row, excluded, undecided } }: { park: Compared }) {
  const name = parkName(code);
  const words = (musts: readonly string[]) => musts.map(mustWords).join(t("list.separator"));
  return (
    <th scope="col">
      <span class="compare-head">
        <span class="match-rank" aria-hidden="true">
          {row?.rank ?? "–"}
        </span>
        <button type="button" class="match-name" onClick={() => openFeature(PARKS, code)}>
          {name}
        </button>
        <IconButton
          icon="close"
          size={14}
          small
          name={t("parks.remove", { name })}
          onClick={() => toggleChosen(code)}
        />
      </span>
      <span class="compare-score">
        {row ? (
          <>
            <span class="spoken">{t("parks.score")}</span> {formatScore(row.score)}
          </>
        ) : excluded.length > 0 ? (
          t("compare.excluded", { musts: words(excluded) })
        ) : undecided.length > 0 ? (
          t("compare.undecided", { musts: words(undecided) })
        ) : (
          t("compare.not_ranked")
        )}
      </span>
    </th>
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
      {group.rows.map(({ key, label, cells }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          {cells.map(({ content }, place) => (
            <td key={place}>{content}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
