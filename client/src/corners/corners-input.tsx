import { useEffect } from "preact/hooks";
import { FileButton } from "../controls/file-button.tsx";
import { propose } from "../drawing/candidate.ts";
import { geometry, isBegun } from "../drawing/editor.ts";
import { partsOf } from "../drawing/geometry.ts";
import { COORDINATE_SYSTEMS, type CoordinateSystem } from "../geo/coordinate-systems.ts";
import { type Key, t } from "../language/t.ts";
import type { Order } from "./corner-text.ts";
import { CornersRead } from "./parts/corners-read.tsx";
import { read, reading, text, type } from "./typed.ts";
import { writeCorners } from "./write-corners.ts";
import "./parts/words.ts";
import "./corners.css";

const ORDERS: readonly Order[] = ["north-first", "east-first"];

/** Corners as land offices write them, typed, pasted or from a file: read at once, said and drawn, and taken when somebody says so. */
export function CornersInput() {
  useEffect(() => {
    const now = read.value;
    propose(now?.kind === "placed" ? { drawn: now.drawn, labels: now.corners } : null);
  }, [read.value]);
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
          rows={6}
          spellcheck={false}
          autocomplete="off"
          placeholder={"J1\t3926070.300\t470395.200"}
          value={text.value}
          onInput={({ currentTarget }) => type(currentTarget.value)}
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
            {COORDINATE_SYSTEMS.map((system) => (
              <option key={system} value={system}>
                {t(`corners.system_${system}` as Key)}
              </option>
            ))}
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
      <CornersRead />
    </div>
  );
}

/** UTF-8, else the encoding of Chinese programs of old. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
