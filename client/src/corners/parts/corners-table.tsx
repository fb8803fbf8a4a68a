import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatNumber } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import type { CornerRow } from "../corner-text.ts";
import { addRing, addRow, COLUMNS } from "../edit-rows.ts";
import { MOST_CORNERS } from "../read-corners.ts";
import { chosenLine, found, text, type } from "../typed.ts";
import { columnTitle, wanted } from "./table-cells.ts";
import { TableRow } from "./table-row.tsx";

/** Rows that are shown at once: a browser is slow with ten thousand. */
const PAGE = 100;

/** The corners as a table, ring by ring: what the text says, row by row, each to be changed where it stands. `goTo` shows a line of the text. */
export function CornersTable({ goTo }: { goTo: (line: number) => void }) {
  const { rows } = found.value;
  const most = useSignal(PAGE);
  const shown = rows.slice(0, most.value);
  useEffect(
    () => () => {
      chosenLine.value = null;
    },
    [],
  );
  const take = (edited: { text: string; line: number }) => {
    type(edited.text);
    most.value = Math.max(most.value, found.peek().rows.findIndex(({ line }) => line === edited.line) + 1);
    wanted.value = { line: edited.line, column: "first" };
  };
  const isFull = rows.length >= MOST_CORNERS;
  return (
    <div class="corners-table">
      {rows.length > 0 && (
        <table aria-label={t("corners.table")}>
          <thead>
            <tr>
              <th scope="col">{t("corners.col_line")}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {columnTitle(column)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          {byRing(shown).map((ring) => (
            <Ring key={ring[0]?.ring} rows={ring} all={rows} goTo={goTo} take={take} />
          ))}
        </table>
      )}
      {rows.length > shown.length && (
        <button
          type="button"
          class="button"
          onClick={() => {
            most.value += PAGE;
          }}
        >
          {t("corners.more_rows", { count: formatNumber(rows.length - shown.length, language.value, 0) })}
        </button>
      )}
      <p class="corners-rows">
        <button type="button" class="button" disabled={isFull} onClick={() => take(addRow(text.peek(), null))}>
          {t("corners.add_row")}
        </button>
        {rows.length > 0 && (
          <button type="button" class="button" disabled={isFull} onClick={() => take(addRing(text.peek()))}>
            {t("corners.add_ring")}
          </button>
        )}
      </p>
      {rows.length > 0 && <p class="note">{t("corners.table_keys")}</p>}
    </div>
  );
}

function byRing(rows: readonly CornerRow[]): CornerRow[][] {
  const rings = new Map<number, CornerRow[]>();
  for (const row of rows) rings.set(row.ring, [...(rings.get(row.ring) ?? []), row]);
  return [...rings.values()];
}

type RingProps = {
  rows: readonly CornerRow[];
  all: readonly CornerRow[];
  goTo: (line: number) => void;
  take: (edited: { text: string; line: number }) => void;
};

function Ring({ rows, all, goTo, take }: RingProps) {
  const ring = rows[0]?.ring ?? 0;
  const count = all.filter((row) => row.ring === ring).length;
  return (
    <tbody>
      {(all.at(-1)?.ring ?? 0) > 0 && (
        <tr>
          <th class="corners-ring" scope="rowgroup" colSpan={5}>
            {t("corners.ring", { ring: ring + 1, count })}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <TableRow key={row.line} row={row} goTo={goTo} addAfter={() => take(addRow(text.peek(), row.line))} />
      ))}
    </tbody>
  );
}
