import { signal } from "@preact/signals";
import { isGeographic } from "../../geo/coordinate-systems.ts";
import { t } from "../../language/t.ts";
import type { Column } from "../edit-rows.ts";
import { reading } from "../typed.ts";

/** The cell that shall have the focus as soon as it is there. */
export const wanted = signal<{ line: number; column: Column } | null>(null);

/** What a column holds, as the text is read. */
export function columnTitle(column: Column): string {
  if (column === "label") return t("corners.col_label");
  const { system, order } = reading.value;
  const isNorth = (column === "first") === (order === "north-first");
  if (isGeographic(system)) return t(isNorth ? "corners.col_lat" : "corners.col_lon");
  return t(isNorth ? "corners.col_north" : "corners.col_east");
}
