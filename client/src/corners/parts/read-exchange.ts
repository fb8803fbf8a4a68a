import { type CornerFault, type CornerText, RingBuilder, type Stated, shortRings } from "../corner-text.ts";
import { figureOf, UNKNOWN } from "./figure.ts";

/**
 * The exchange file of land offices for corners (界址点坐标交换格式, TXT): `[属性描述]` with `name=value`, `[地块坐标]` with a
 * line a parcel that ends in `@` (number of corners, hectares, number, name …) and below it its corners: 点号, 圈号, X (north),
 * Y (east, with the number of the zone before it).
 */
export const isExchange = (lines: readonly string[]): boolean =>
  lines.some((line) => /^\s*\[(?:属性描述|地块坐标)\]/.test(line));

const CELLS = { label: 0, ring: 1, first: 2, second: 3 };

export function readExchange(lines: readonly string[]): CornerText {
  const rings = new RingBuilder();
  const faults: CornerFault[] = [];
  const aside: number[] = [];
  const attributes = new Map<string, string>();
  let [parcels, corners, area_ha] = [0, 0, 0];
  let section = "";
  lines.forEach((text, i) => {
    const line = i + 1;
    const plain = text.trim();
    if (plain === "") return;
    const named = /^\[(.+)\]$/.exec(plain);
    if (named) {
      section = named[1] as string;
      return;
    }
    if (section !== "地块坐标") {
      const [name = "", ...value] = plain.split("=");
      attributes.set(name.trim(), value.join("=").trim());
      return;
    }
    const cells = plain.split(",").map((cell) => cell.trim());
    if (plain.endsWith("@")) {
      rings.end();
      parcels += 1;
      corners += figureOf(cells[0] ?? "") ?? Number.NaN;
      area_ha += figureOf(cells[1] ?? "") ?? Number.NaN;
      return;
    }
    const [label = "", ring = "", x, y] = cells;
    const [first, second] = [x, y].map((cell) => (cell && cell !== UNKNOWN ? figureOf(cell) : undefined));
    const row = { cells, at: CELLS };
    const name = `${parcels} ${ring}`;
    if (first == null || second == null) {
      const isMissing = first === undefined || second === undefined;
      faults.push({ line, code: isMissing ? "figure_missing" : "not_a_number", text });
      rings.addFaulty(line, row, name);
    } else rings.add({ line, label, first, second }, row, name);
  });
  rings.end();
  const stated: Stated = {
    order: "north-first",
    datum: datumOf(attributes.get("坐标系")),
    unit: /度/.test(attributes.get("计量单位") ?? "") ? "degree" : "metre",
    zone: figureOf(attributes.get("带号") ?? ""),
    corners: parcels > 0 && Number.isFinite(corners) ? corners : null,
    area_ha: parcels > 0 && Number.isFinite(area_ha) ? area_ha : null,
  };
  return {
    form: "exchange",
    rings: rings.rings,
    rows: rings.rows,
    separator: ",",
    closing: rings.closing,
    stated,
    faults: [...faults, ...(faults.length === 0 ? shortRings(rings.rings) : [])],
    aside,
  };
}

function datumOf(name: string | undefined): Stated["datum"] {
  if (!name) return null;
  if (/2000/.test(name)) return "cgcs2000";
  if (/80/.test(name)) return "xian-80";
  return /54/.test(name) ? "beijing-54" : "other";
}
