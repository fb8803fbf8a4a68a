import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { get } from "./gdal.mjs";
import { qgis } from "./qgis.mjs";
import { near, pairs } from "./qgis-tests.mjs";

/** Conditions that are hard to write down: quotes, Chinese, signs that mean something in an address, in XML or to QGIS. */
const signs = `name_zh LIKE '%产业园%' OR name_en = 'it''s "a" <b> & c | layername=x % 100%25 + #1' AND plan_status <> 'a;b'`;
const long = Array.from({ length: 120 }, (_, number) => `code='project-4-${(number % 9) + 1}-${number}'`).join(" OR ");

const selections = [
  { id: "projects", query: {} },
  { id: "projects", query: { plan_status: "planned" }, lang: "en" },
  { id: "projects", query: { filter: signs } },
  { id: "projects", query: { filter: long } },
  {
    id: "projects",
    query: { filter: `{"op":">","args":[{"property":"investment_cny"},1e9]}`, "filter-lang": "cql2-json" },
  },
  { id: "projects", query: { placement: "unplaced" } },
  { id: "parks", query: { industry_chain: "automotive" } },
  { id: "parks", query: { bbox: "116.6,35.4,116.7,35.5" } },
  { id: "roads", query: { datetime: "2025" } },
  { id: "parks", query: { filter: "number<=3" }, crs: "EPSG:4548" },
  { id: "waters", query: {}, crs: "EPSG:3857" },
];

/** The layer definitions that the server writes: QGIS opens each, and has what the same selection of items has. */
export async function qgisLayerTests(url, test) {
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-qlr-"));
  const { collections } = await get(`${url}/ogc/collections?lang=zh`);
  const { collections: inEnglish } = await get(`${url}/ogc/collections?lang=en`);
  const wanted = [...selections, ...collections.map(({ id }) => ({ id, query: {} }))];
  try {
    const tasks = [];
    for (const [place, { id, query, crs, lang }] of wanted.entries()) {
      const more = new URLSearchParams({ f: "qlr", ...query, ...(crs ? { crs } : {}), ...(lang ? { lang } : {}) });
      const answer = await fetch(`${url}/ogc/collections/${id}/export?${more}`);
      const path = join(folder, `${place}.qlr`);
      writeFileSync(path, await answer.text());
      tasks.push({ layerDefinition: path });
    }
    const answers = await qgis(tasks);
    for (const [place, { id, query, crs, lang }] of wanted.entries()) {
      const asked = new URLSearchParams(query).toString();
      await test(`QGIS opens the layer definition of ${id} ${asked.slice(0, 60)} ${crs ?? ""} ${place}`, async () => {
        const layer = answers[place];
        assert.ok(layer.valid, layer.error);
        const own = await get(
          `${url}/ogc/collections/${id}/items?${new URLSearchParams({ limit: 10_000, ...query, ...(crs ? { crs } : {}) })}`,
        );
        assert.equal(layer.features.length, own.numberReturned);
        assert.ok(own.numberReturned > 0, "nothing to count");
        for (const [feature, expected] of pairs(layer, own))
          near(feature.geometry, expected, {
            tolerance: crs ? 0.001 : 1e-8,
            isNorthingFirst: crs === "EPSG:4548",
          });
        const { title } = (lang === "en" ? inEnglish : collections).find((collection) => collection.id === id);
        assert.ok(layer.name.startsWith(title), layer.name);
        assert.equal(layer.aliases.name_zh, lang === "en" ? "Chinese name" : "名称");
        if (own.features.some(({ geometry }) => geometry)) {
          assert.equal(layer.crs, crs ?? "EPSG:4326");
          // Drawn by the rules of the style, a sign for each status and class: not in one colour that QGIS chose.
          assert.ok(layer.colours.length > 0, "drawn with no symbol");
          for (const colour of layer.colours) assert.match(colour, /^#/);
          if (id === "projects") assert.ok(layer.colours.length > 1, `projects are all ${layer.colours}`);
        }
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
