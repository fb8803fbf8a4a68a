// Makes the table with which the server finds 蓼河 by liaohe and llh: {"reading": "characters read so", …}.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pinyin } from "pinyin-pro";
import { pinyinTable } from "./lib/paths.mjs";

const [first, last] = [0x4e00, 0x9fff];
const characters = {};
for (let code = first; code <= last; code++) {
  const character = String.fromCharCode(code);
  // A character of several readings is found by each of them; ü is typed as v.
  const readings = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
  for (const reading of new Set(readings))
    if (/^[a-z]+$/.test(reading)) characters[reading] = (characters[reading] ?? "") + character;
}
mkdirSync(dirname(pinyinTable), { recursive: true });
// A reader never meets half a table.
writeFileSync(`${pinyinTable}.new`, JSON.stringify(characters));
renameSync(`${pinyinTable}.new`, pinyinTable);
