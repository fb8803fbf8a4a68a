import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../lib/run.mjs";
import { take, whatGdalReads } from "./export-files.mjs";
import { get } from "./gdal.mjs";
import { readAgain } from "./second-readers.mjs";

/** What people write, and what the formats take for something else. */
const names = [
  "园",
  "济宁高新区空间结构规划重点项目".repeat(3).slice(0, 40),
  "长名称".repeat(100),
  "a,b;c:d|e\t'f' \"g\" \\h/ \\\\",
  "line\nline\r\nline\rend",
  "<b>&amp; ]]> &#65; <![CDATA[x]]> -->",
  "_x0041_ _x000D_",
  "=1+1",
  "-cmd|' /C calc'!A0",
  "%%c 5%%d %%u %%% 100%%037 %",
  "\\U+4E00 \\u+4e00 \\M+1C4E3 \\P \\~ {\\fArial;x} ^J ^x",
  "𠮷野家 𪚥",
  "🙂 👩‍🚀 🇨🇳",
  "a\u200Fb\u202Ec \u0627\u0644",
  "a\u0001b\u0002c\u007Fd\u0085e\u2028f\uFEFFg\uFFFEh",
  "乗昢恵恾 한 é ß ¥ ·",
  "NULL",
  "007",
];
const formats = ["geojson", "csv", "gpkg", "fgb", "kml", "shp", "shp-gbk", "xlsx", "dxf"];
const place = [116.6, 35.4];

/** GDAL does not know the escapes of a workbook, and has 256 bytes for a line of a drawing. */
const byGdal = {
  xlsx: (text) => text.replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_"),
  dxf: (text) => fitting(text, bytesInGbk, 256),
};

/** XML has one end of a line (XML 1.0, 2.11), and so has CSV as GDAL reads it. */
const endOfLine = new Set(["csv", "kml", "xlsx"]);
const oneEndOfLine = (text) => text.replace(/\r\n?/g, "\n");

/** Every name in every format, read by GDAL and by a program that is not GDAL. */
export async function nameTests(url, test, { cluster }) {
  await write(cluster);
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-names-"));
  try {
    for (const format of formats) {
      const [f, encoding] = format.split("-");
      const form = { f, origin: "staff", ...(encoding ? { encoding } : {}) };
      let file;
      await test(`Names of every kind are in a ${format} as two programs read it`, async () => {
        file = await take(url, "hubs", form, folder);
        const wanted = names.map((name) => written(format, name));
        const ends = endOfLine.has(f) ? wanted.map(oneEndOfLine) : wanted;
        assert.deepEqual(await namesByGdal(file, f), ends.map(byGdal[f] ?? String), "GDAL");
        const again = await readAgain(f, await file.unpacked(), encoding);
        if (f === "dxf") assert.deepEqual(again.texts, wanted.map(decoded), "ezdxf");
        else
          assert.deepEqual(
            names.map((_, at) => again[codeOf(at)].name_zh),
            f === "csv" ? wanted : ends,
            "the second program",
          );
      });
      if (f === "shp" || f === "dxf")
        await test(`What a ${format} had to change is listed beside it`, async () => {
          const rows = await readAgain("csv", await file.side("changed-values.csv"));
          names.forEach((name, at) => {
            if ((f === "dxf" ? decoded : String)(written(format, name)) !== name)
              assert.ok(rows[codeOf(at)], `${name} is not listed`);
          });
        });
    }
    await test("A drawing has the units of its coordinates and opens where it lies", async () => {
      const { collections } = await get(`${url}/ogc/collections`);
      for (const { id } of collections) {
        const file = await take(url, id, { f: "dxf" }, folder);
        const drawing = await readAgain("dxf", await file.unpacked());
        assert.deepEqual([drawing.faults, drawing.units, drawing.encoding], [[], 6, "gbk"], id);
        if (drawing.box) sees(drawing, id);
      }
      const inDegrees = await take(url, "parks", { f: "dxf", crs: "EPSG:4490" }, folder);
      assert.equal((await readAgain("dxf", await inDegrees.unpacked())).units, 0, "degrees have no unit in a drawing");
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const codeOf = (at) => `hub-name-${String(at).padStart(2, "0")}`;

async function write(cluster) {
  const [command, args] = cluster.psql("spatialplan");
  const text = (name) => `'${name.replaceAll("'", "''")}'`;
  const rows = names.map(
    (name, at) =>
      `('${codeOf(at)}', 1, 'approved', now(), now(), 'reviewer', 'tester', ${text(name)}, 'staff', 'planned', 'stated', ST_SetSRID(ST_MakePoint(${place[0] + at / 1000}, ${place[1]}), 4490))`,
  );
  const { code, stderr } = await run(command, [...args, "-q", "-v", "ON_ERROR_STOP=1"], {
    input: `begin;
      insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, geom)
      values ${rows.join(",\n")};
      select plan.raise_revision(); commit;`,
  });
  assert.equal(code, 0, stderr);
}

async function namesByGdal(file, format) {
  const read = await whatGdalReads(file, "hubs", format);
  if (format === "dxf") return read.map(({ properties }) => properties.Text).filter((text) => text !== undefined);
  return names.map((_, at) => read.find(({ properties }) => properties.code === codeOf(at)).properties.name_zh);
}

/** A name as a format has it. */
function written(format, name) {
  if (format === "csv") return harmless(name);
  if (format === "kml") return withoutControls(name);
  if (format === "xlsx") return harmless(withoutControls(name));
  if (format === "shp") return fitting(name, (letter) => Buffer.byteLength(letter));
  if (format === "shp-gbk") return fitting(letters(name).map(inGbk).join(""), bytesInGbk);
  if (format === "dxf") return drawn(name);
  return name;
}

const letters = (text) => [...text];
const harmless = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const withoutControls = (text) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");

/** As many letters as dBASE has bytes for. */
function fitting(text, bytesOf, most = 254) {
  let [kept, bytes] = ["", 0];
  for (const letter of text) {
    bytes += bytesOf(letter);
    if (bytes > most) break;
    kept += letter;
  }
  return kept;
}

const bytesInGbk = (letter) => (letter.charCodeAt(0) < 128 ? 1 : 2);
const gbk = new TextDecoder("gbk");
const known = new Set(
  Array.from({ length: 0x7e * 0xbf }, (_, at) =>
    gbk.decode(Uint8Array.of(0x81 + Math.floor(at / 0xbf), 0x40 + (at % 0xbf))),
  ).filter((letter) => letter.length === 1 && letter !== "\uFFFD"),
);
const inCodePage = (letter) => letter.charCodeAt(0) < 128 || known.has(letter);
const inGbk = (letter) => (inCodePage(letter) ? letter : "?".repeat(letter.length));

/** As GDAL reads it, which leaves the escapes of a TEXT as they are. */
function drawn(name) {
  const line = name.replace(/[\t\n\r]/g, " ").replace(/\p{Cc}/gu, "");
  const plain = line.replace(/%%(?=[cdpuok0-9%])/gi, "％％").replace(/\\(?=[UM]\+)/gi, "＼");
  return plain
    .split("")
    .map((unit) => (inCodePage(unit) ? unit : `\\U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`))
    .join("");
}

/** As programs for drawings show it. */
const decoded = (text) =>
  text.replace(/\\U\+([0-9A-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The window shows all of the drawing, and no more than it needs. */
function sees({ box, extent, limits, view }, id) {
  const [[left, bottom], [right, top]] = extent;
  assert.deepEqual(limits, extent, id);
  assert.ok(left <= box[0][0] && bottom <= box[0][1] && right >= box[1][0] && top >= box[1][1], `extent of ${id}`);
  const [width, height] = [view.height * view.aspect, view.height];
  const [x, y] = view.centre;
  assert.ok(x - width / 2 <= left && x + width / 2 >= right && y - height / 2 <= bottom && y + height / 2 >= top, id);
  assert.ok(Math.max(width / 1.5, height) <= 1.2 * Math.max(right - left, top - bottom, 1000), `view of ${id}`);
}
