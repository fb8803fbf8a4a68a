// Makes the table with which the server finds 济宁 by 濟寧: {"simplified": "traditional characters", …}.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Converter } from "opencc-js";
import { simplifiedTable } from "./lib/paths.mjs";

const [first, last] = [0x3400, 0x9fff];
// Taiwan and Hong Kong write some characters in forms of their own.
const converters = ["t", "tw", "hk"].map((from) => Converter({ from, to: "cn" }));
const characters = {};
for (let code = first; code <= last; code++) {
  const traditional = String.fromCharCode(code);
  const simplified = converters.map((convert) => convert(traditional)).find((found) => found !== traditional);
  if (simplified?.length === 1) characters[simplified] = (characters[simplified] ?? "") + traditional;
}
mkdirSync(dirname(simplifiedTable), { recursive: true });
// A reader never meets half a table.
writeFileSync(`${simplifiedTable}.new`, JSON.stringify(characters));
renameSync(`${simplifiedTable}.new`, simplifiedTable);
