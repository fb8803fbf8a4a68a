import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at } from "../lib/paths.mjs";
import { get } from "./gdal.mjs";
import { qgis } from "./qgis.mjs";

const catalogue = (...path) => JSON.parse(readFileSync(at("gis-data", "catalogue", ...path), "utf8"));
const formats = { qml: "qml", sld10: "sld", sld11: "sld" };

/** QGIS puts each style of each collection on a layer of its features: without a complaint, and in the colours of the map. */
export async function qgisStyleTests(url, test) {
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-styles-"));
  const { collections } = await get(`${url}/ogc/collections`);
  const wanted = collections.flatMap(({ id }) => Object.keys(formats).map((format) => ({ id, format })));
  const own = new Map();
  try {
    for (const { id } of collections) {
      const items = await get(`${url}/ogc/collections/${id}/items?limit=10000`);
      own.set(id, items.features);
      writeFileSync(join(folder, `${id}.geojson`), JSON.stringify(items));
    }
    const tasks = [];
    for (const { id, format } of wanted) {
      const style = join(folder, `${id}-${format}.${formats[format]}`);
      writeFileSync(style, await (await fetch(`${url}/ogc/styles/${id}?f=${format}`)).text());
      tasks.push({ features: join(folder, `${id}.geojson`), style });
    }
    const answers = await qgis(tasks, "qgis_style.py");
    for (const [place, { id, format }] of wanted.entries())
      await test(`QGIS draws ${id} with its style in ${format}, in the colours of the map`, () => {
        const { isLoaded, complaints, drawn } = answers[place];
        assert.deepEqual([isLoaded, complaints], [true, []]);
        for (const { id: code, properties } of own.get(id)) {
          const { symbols, colours } = drawn[code] ?? {};
          assert.equal(symbols, 1, `symbols of ${code}`);
          for (const colour of expected(id, properties))
            assert.ok(colours.includes(colour), `${code}: no ${colour} in ${colours}`);
        }
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const symbols = catalogue("symbols.json");
const statuses = readdirSync(at("gis-data", "catalogue", "vocabularies"))
  .map((file) => catalogue("vocabularies", file))
  .find(({ vocabulary }) => vocabulary === "plan_status").terms;
const light = (name) => symbols.palette.light[name].toLowerCase();

/** The colours that the table gives a feature: of its class, its tint, its layer, or its status. */
function expected(id, { code, road_class: roadClass, water_kind: kind, plan_status: status }) {
  const layer = symbols.layers[id];
  const own = { ...layer, ...layer.classes?.[roadClass], ...layer.kinds?.[kind] };
  if (layer.tint) return [light(symbols.tints[code] ?? layer.tint)];
  const named = [own.fill, own.line].filter(Boolean).map(light);
  return named.length > 0 ? named : [statuses.find((term) => term.code === status).colour.light.toLowerCase()];
}
