import { IconButton } from "../../controls/icon-button.tsx";
import { PARKS } from "../../features/plan.ts";
import { t } from "../../language/t.ts";
import { openFeature } from "../../selection/select.ts";
import { toggleChosen } from "../choose.ts";
import type { Compared } from "../compared.ts";
import { parkName } from "../park-names.ts";
import { mustWords } from "./apart.tsx";
import { compareGroups } from "./compare-rows.tsx";
import { formatScore } from "./figures.ts";
import { OwnNote } from "./own-note.tsx";
import { SideBySide } from "./side-by-side.tsx";

/** Parks side by side, with a note of one's own on each. */
export function CompareTable({ parks }: { parks: readonly Compared[] }) {
  return (
    <SideBySide
      heads={parks.map((park) => <Head key={park.code} park={park} />)}
      groups={compareGroups(parks)}
      before={
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
      }
    />
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
