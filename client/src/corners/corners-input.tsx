import { useEffect, useRef } from "preact/hooks";
import { useComposed } from "../controls/composed.ts";
import { FileButton } from "../controls/file-button.tsx";
import { type Candidate, candidate, propose } from "../drawing/candidate.ts";
import { geometry, isBegun } from "../drawing/editor.ts";
import { partsOf } from "../drawing/geometry.ts";
import { COORDINATE_SYSTEMS, type CoordinateSystem } from "../geo/coordinate-systems.ts";
import { type Key, t } from "../language/t.ts";
import type { Order } from "./corner-text.ts";
import { CornersRead } from "./parts/corners-read.tsx";
import { CornersTable } from "./parts/corners-table.tsx";
import { SystemOptions } from "./system-options.tsx";
import { chosenLine, read, reading, text, type } from "./typed.ts";
import { writeCorners } from "./write-corners.ts";
import "./parts/words.ts";
import "./corners.css";

const ORDERS: readonly Order[] = ["north-first", "east-first"];

/** Corners as land offices write them, typed, pasted or from a file: read at once, said and drawn, and taken when somebody says so. */
export function CornersInput() {
  const typed = useComposed(text.value, type);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => propose(asCandidate()), [read.value]);
  // which corner somebody is at changes nothing about where the map is
  useEffect(() => {
    if (candidate.peek()) candidate.value = asCandidate();
  }, [chosenLine.value]);
  useEffect(() => () => propose(null), []);
  const hasCorners = () => partsOf(geometry.value).length > 0 && !isBegun.value;
  const list = () => type(writeCorners(geometry.value, reading.value));
  const take = async (file: File | undefined) => {
    if (file) type(decoded(await file.arrayBuffer()));
  };
  return (
    <div class="corners">
      <label>
        <span>{t("corners.text")}</span>
        <textarea
          ref={field}
          rows={6}
          spellcheck={false}
          autocomplete="off"
          placeholder={"J1\t3926070.300\t470395.200"}
          {...typed}
        />
      </label>
      <div class="corners-how">
        <label>
          <span>{t("corners.system")}</span>
          <select
            value={reading.value.system}
            onChange={({ currentTarget }) => {
              reading.value = { ...reading.value, system: currentTarget.value as CoordinateSystem };
            }}
          >
            <SystemOptions systems={COORDINATE_SYSTEMS} />
          </select>
        </label>
        <label>
          <span>{t("corners.order")}</span>
          <select
            value={reading.value.order}
            onChange={({ currentTarget }) => {
              reading.value = { ...reading.value, order: currentTarget.value as Order };
            }}
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(`corners.order_${order}` as Key)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" disabled={!hasCorners()} onClick={list}>
          {t("corners.list")}
        </button>
        <FileButton accept=".txt,.csv,.tsv" take={([file]) => void take(file)}>
          {t("corners.file")}
        </FileButton>
      </div>
      <CornersTable goTo={(line) => field.current && showLine(field.current, line)} />
      <CornersRead />
    </div>
  );
}

/** What is read, with the number of each corner: its own, or which one it is. */
function asCandidate(): Candidate | null {
  const now = read.peek();
  if (now?.kind !== "placed") return null;
  const chosen = chosenLine.peek();
  const labels = now.corners.map(({ line, label, position }, i) => {
    return { label: label || String(i + 1), position, isChosen: line === chosen };
  });
  return { drawn: now.drawn, labels };
}

/** Marks a line of the text, and brings it into sight. */
function showLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  field.scrollTop = Math.max(0, line - 3) * Number.parseFloat(getComputedStyle(field).lineHeight);
}

/** UTF-8, else the encoding of Chinese programs of old. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
