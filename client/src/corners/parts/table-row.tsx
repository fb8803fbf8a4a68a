import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../../controls/icon-button.tsx";
import { isComposing } from "../../keyboard/keyboard.ts";
import { type Key, t } from "../../language/t.ts";
import type { CornerRow } from "../corner-text.ts";
import { COLUMNS, type Column, cellOf, deleteRow, pasteCells, setCell } from "../edit-rows.ts";
import { chosenLine, found, numberOf, read, text, type } from "../typed.ts";
import { gridOf } from "./grid.ts";
import { columnTitle, wanted } from "./table-cells.ts";

type Props = { row: CornerRow; goTo: (line: number) => void; addAfter: () => void };

/** A corner: its line in the text, its number and its two figures, and below what is wrong with it. */
export function TableRow({ row, goTo, addAfter }: Props) {
  const wrong = wrongWith(row.line);
  const id = `corner-wrong-${row.line}`;
  const remove = () => {
    const next = deleteRow(text.peek(), row.line);
    type(next.text);
    wanted.value = { line: next.line, column: "first" };
  };
  return (
    <>
      <tr class={chosenLine.value === row.line ? "chosen" : undefined} data-wrong={wrong !== "" || undefined}>
        <td>
          <button
            type="button"
            class="corners-line"
            title={t("corners.go_to_line", { line: row.line })}
            aria-label={t("corners.go_to_line", { line: row.line })}
            onClick={() => goTo(row.line)}
          >
            {row.line}
          </button>
        </td>
        {COLUMNS.map((column) => (
          <td key={column}>
            <Cell
              row={row}
              column={column}
              describedBy={wrong === "" ? undefined : id}
              addAfter={addAfter}
              remove={remove}
            />
          </td>
        ))}
        <td>
          <IconButton icon="close" size={14} name={t("corners.delete_row", { line: row.line })} onClick={remove} />
        </td>
      </tr>
      {wrong !== "" && (
        <tr class="corners-wrong">
          <td colSpan={5} id={id}>
            {wrong}
          </td>
        </tr>
      )}
    </>
  );
}

/** Why a row is no corner, or not where the others are; empty where nothing is wrong. */
function wrongWith(line: number): string {
  const fault = found.value.faults.find((one) => one.line === line);
  if (fault) return t(`corners.fault_${fault.code}` as Key);
  const now = read.value;
  if (!now?.lines.includes(line)) return "";
  return t(now.kind === "placed" ? "corners.row_far" : "corners.row_odd");
}

type CellProps = {
  row: CornerRow;
  column: Column;
  describedBy: string | undefined;
  addAfter: () => void;
  remove: () => void;
};

/** A cell is taken when it is left, by Enter or an arrow too: what an input method composes is no value yet. */
function Cell({ row, column, describedBy, addAfter, remove }: CellProps) {
  const ref = useRef<HTMLInputElement>(null);
  const typed = useSignal<string | null>(null);
  const pasted = useSignal(false);
  const { line } = row;
  const stands = cellOf(row, column);
  useEffect(() => {
    const at = wanted.value;
    if (at?.line !== line || at.column !== column) return;
    wanted.value = null;
    ref.current?.focus();
    ref.current?.select();
  }, [wanted.value, line]);
  const take = (): number => {
    const value = typed.peek();
    typed.value = null;
    if (value === null || value === stands) return line;
    const next = setCell(text.peek(), line, column, value);
    if (next) type(next.text);
    return next?.line ?? line;
  };
  const goOn = (step: 1 | -1, isEnter: boolean) => {
    const at = take();
    const { rows } = found.peek();
    const next = rows[rows.findIndex((one) => one.line === at) + step];
    if (next) wanted.value = { line: next.line, column };
    else if (isEnter && step > 0) addAfter();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.metaKey) return;
    const isEnter = event.key === "Enter";
    if (isEnter || event.key === "ArrowDown" || event.key === "ArrowUp")
      goOn(event.key === "ArrowUp" || (isEnter && event.shiftKey) ? -1 : 1, isEnter);
    else if (event.key === "Delete" && event.ctrlKey) remove();
    else if (event.key === "Escape" && typed.peek() !== null) typed.value = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent) => {
    const grid = gridOf(event.clipboardData?.getData("text/plain") ?? "");
    if (!grid) return;
    event.preventDefault();
    typed.value = null;
    const next = pasteCells(text.peek(), line, column, grid);
    pasted.value = next === null;
    if (!next) return;
    type(next.text);
    wanted.value = { line: next.line, column };
  };
  const name = t("corners.cell", { column: columnTitle(column), line });
  return (
    <>
      <input
        ref={ref}
        value={typed.value ?? stands}
        placeholder={column === "label" ? String(numberOf(line)) : ""}
        aria-label={name}
        aria-invalid={describedBy !== undefined && column !== "label"}
        aria-describedby={describedBy}
        inputMode={column === "label" ? "text" : "decimal"}
        autocomplete="off"
        spellcheck={false}
        maxLength={40}
        onFocus={() => {
          chosenLine.value = line;
        }}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onBlur={() => void take()}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {pasted.value && <span role="alert">{t("corners.paste_wide")}</span>}
    </>
  );
}
