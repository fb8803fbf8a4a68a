import type { Order } from "../corner-text.ts";

/** Where the columns of a table are, by its heading. */
export type Columns = {
  readonly label: number;
  readonly ring: number;
  readonly first: number;
  readonly second: number;
};
export type Heading = { readonly columns: Columns; readonly order: Order | null };

const NORTH = /北|纵|^(?:n|north(?:ing)?|lat(?:itude)?)$|纬/i;
const EAST = /东|横|^(?:e|east(?:ing)?|lon(?:g|gitude)?|lng)$|经/i;
const LABEL = /点号|点名|序号|编号|界址点|^(?:no\.?|id|point|name|号)$/i;
const RING = /圈号|环号|^ring$/i;
const bare = (cell: string): string => cell.replace(/\(.*?\)|\[.*?\]|坐标|:/g, "").trim();

/** A heading that names both figures; null of any other line. X and Y alone say nothing of north: offices and programs differ. */
export function headingOf(cells: readonly string[]): Heading | null {
  const names = cells.map(bare);
  const at = (is: (name: string, cell: string) => boolean) =>
    cells.findIndex((cell, i) => is(names[i] as string, cell));
  const north = at((name, cell) => NORTH.test(name) || /\(.*北.*\)/.test(cell));
  const east = at((name, cell) => EAST.test(name) || /\(.*东.*\)/.test(cell));
  const [x, y] = [at((name) => /^x$/i.test(name)), at((name) => /^y$/i.test(name))];
  const isSaid = north >= 0 && east >= 0 && north !== east;
  const [one, other] = isSaid ? [north, east] : [x, y];
  if (one < 0 || other < 0) return null;
  const columns = {
    label: at((name) => LABEL.test(name)),
    ring: at((name) => RING.test(name)),
    first: Math.min(one, other),
    second: Math.max(one, other),
  };
  return { columns, order: isSaid ? (north < east ? "north-first" : "east-first") : null };
}
