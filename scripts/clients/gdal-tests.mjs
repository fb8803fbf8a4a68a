import assert from "node:assert/strict";
import { gdal, get } from "./gdal.mjs";
import { gdalCrsTests } from "./gdal-crs-tests.mjs";

/**
 * GDAL (and with it QGIS) reads each collection: every feature, page by page, with its geometry and attributes,
 * and what it read is compared with what the server says of itself.
 */
export async function gdalTests(url, test) {
  const { collections } = await get(`${url}/ogc/collections`);
  await test("GDAL sees the collections that the server lists", async () => {
    const listed = await gdal("ogrinfo", ["-ro", "-q", `OAPIF:${url}/ogc`]);
    const names = [...listed.matchAll(/^\d+: (\S+)/gm)].map(([, name]) => name);
    assert.deepEqual(names.sort(), collections.map(({ id }) => id).sort());
  });
  for (const { id } of collections) {
    await test(`GDAL reads ${id}: every column has the type of the schema, though its first features, or all, have no value`, async () => {
      const schema = await get(`${url}/ogc/collections/${id}/schema`);
      const summary = await gdal("ogrinfo", ["-ro", "-so", "-al", `OAPIF:${url}/ogc`, id, "-oo", "PAGE_SIZE=1"]);
      for (const [property, { type }] of Object.entries(schema.properties).filter(
        ([, { type }]) => type in columnTypes,
      )) {
        const column = new RegExp(`^${property}: (\\w+)`, "m").exec(summary);
        assert.equal(`${property} ${column?.[1]}`, `${property} ${columnTypes[type]}`);
      }
    });
    const own = await get(`${url}/ogc/collections/${id}/items?limit=10000`);
    await test(`GDAL reads ${id}: every feature, by pages of 7`, async () => {
      const features = await read(url, id, ["-oo", "PAGE_SIZE=7"]);
      assert.deepEqual(features.map(name).sort(), own.features.map(name).sort());
      assert.equal(
        features.filter(({ geometry }) => geometry).length,
        own.features.filter(({ geometry }) => geometry).length,
        "features with a geometry",
      );
    });
    await test(`GDAL reads ${id}: in a rectangle, what the server says is in it`, async () => {
      const box = [116.6, 35.4, 116.7, 35.5];
      const inBox = await get(`${url}/ogc/collections/${id}/items?limit=10000&bbox=${box.join(",")}`);
      // GDAL sends the rectangle as bbox and looks again by itself; features without a geometry are in no rectangle.
      const features = await read(url, id, ["-spat", ...box.map(String)]);
      assert.deepEqual(
        features.map(name).sort(),
        inBox.features
          .filter(({ geometry }) => geometry)
          .map(name)
          .sort(),
      );
    });
  }
  await gdalCrsTests(url, test);
}

/** What GDAL calls the types of a schema. */
const columnTypes = { number: "Real", integer: "Integer", string: "String" };

const name = ({ properties }) => properties.code ?? properties.name_zh;

async function read(url, id, options) {
  const text = await gdal("ogr2ogr", ["-q", "-f", "GeoJSON", "/vsistdout/", `OAPIF:${url}/ogc`, id, ...options]);
  return JSON.parse(text).features;
}
