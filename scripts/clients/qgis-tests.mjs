import assert from "node:assert/strict";
import { get } from "./gdal.mjs";
import { qgis } from "./qgis.mjs";
import { recorder } from "./recorder.mjs";

const epsg = (number) => `http://www.opengis.net/def/crs/EPSG/0/${number}`;
const box = [116.6, 35.4, 116.7, 35.5];
const pageSize = 7;

/** With this QGIS asks for what it shows, as its own dialogue proposes; without it, for all. */
const whatItShows = " restrictToRequestBBOX='1'";

/** Systems in which QGIS shows a layer, and how near it comes to what the server computes. QGIS has easting first. */
const systems = [
  { number: 4490, isNorthingFirst: true, tolerance: 1e-8 },
  { number: 4326, isNorthingFirst: true, tolerance: 1e-8 },
  { number: 3857, isNorthingFirst: false, tolerance: 0.001 },
  { number: 4548, isNorthingFirst: true, tolerance: 0.001 },
];

/** Conditions as somebody types them into QGIS, and the same for the server. */
const conditions = [
  [`"plan_status" = 'planned'`, "plan_status=planned"],
  [`"investment_cny" > 1000000000`, "filter=investment_cny>1e9"],
  [`"name_zh" LIKE '%产业园%'`, "filter=name_zh LIKE '%25产业园%25'"],
];

/** QGIS, without a screen, opens each collection over its own provider for OGC API Features. */
export async function qgisTests(url, test) {
  const { collections } = await get(`${url}/ogc/collections`);
  const between = await recorder(url);
  const layer = (id, more = "") => ({ provider: "OAPIF", source: `url='${between.url}/ogc' typename='${id}'${more}` });
  const each = (task) => collections.map(({ id }) => task(id));
  const answers = await qgis([
    ...each((id) => ({
      ...layer(id, ` pagingEnabled='true' pageSize='${pageSize}'`),
      crs: systems.map(({ number }) => `EPSG:${number}`),
    })),
    ...each((id) => ({ ...layer(id, whatItShows), rectangle: box })),
    ...conditions.map(([subset]) => ({ ...layer("projects"), subset })),
  ]).finally(between.close);
  const asked = (id, name) =>
    between.asked.filter(({ pathname, searchParams }) => pathname.endsWith(`/${id}/items`) && searchParams.has(name));

  for (const [place, { id }] of collections.entries()) {
    const items = (query) => get(`${url}/ogc/collections/${id}/items?limit=10000${query}`);
    const whole = answers[place];
    await test(`QGIS reads ${id}: every feature with geometry and attributes, by pages of ${pageSize}`, async () => {
      assert.ok(whole.valid, whole.error);
      const { properties } = await get(`${url}/ogc/collections/${id}/schema`);
      assert.equal(`geometry-${whole.geometryType.toLowerCase()}`, properties.geometry.format);
      assert.equal(whole.crs, "EPSG:4326");
      for (const [feature, own] of pairs(whole, await items(""))) {
        near(feature.geometry, own, { tolerance: 1e-9 });
        for (const [name, value] of Object.entries(own.properties)) {
          const known = feature.properties[name];
          // QGIS takes the types from the first ten features: a number that none of them has is text to it (and may have
          // an exponent there), and of what is a table inside a cell, or a list that begins empty, it shows nothing.
          if (Array.isArray(value)) assert.deepEqual(known ?? value, value, `${name} of ${own.id}`);
          else if (typeof value === "number") assert.equal(Number(known), value, `${name} of ${own.id}`);
          else assert.equal(String(known), String(value), `${name} of ${own.id}`);
        }
      }
      // what it shows of a rectangle has pages too, of another size
      const pages = asked(id, "token").filter(({ searchParams }) => !searchParams.has("bbox"));
      assert.equal(pages.length, Math.ceil(whole.features.length / pageSize) - 1, "pages after the first");
    });
    await test(`QGIS takes no number of ${id} for an integer`, async () => {
      const { properties } = await get(`${url}/ogc/collections/${id}/schema`);
      for (const [name] of Object.entries(properties).filter(([, { type }]) => type === "number"))
        assert.doesNotMatch(whole.types[name], /^int/i, name);
    });
    await test(`QGIS shows ${id} where the server says in each system`, async () => {
      for (const system of systems)
        for (const [feature, own] of pairs(whole, await items(`&crs=${epsg(system.number)}`)))
          near(feature.in[`EPSG:${system.number}`], own, system);
    });
    await test(`QGIS leaves a rectangle in ${id} to the server`, async () => {
      const inBox = answers[collections.length + place];
      assert.ok(inBox.valid, inBox.error);
      const { features } = await items(`&bbox=${box.join(",")}`);
      // QGIS looks again by itself; features without a geometry are in no rectangle.
      pairs(inBox, { features: features.filter(({ geometry }) => geometry) });
      assert.ok(asked(id, "bbox").length > 0, "no request had a bbox");
    });
  }
  for (const [place, [expression, query]] of conditions.entries())
    await test(`QGIS finds by ${expression} what the server finds`, async () => {
      const found = answers[2 * collections.length + place];
      assert.ok(found.valid, found.error);
      const own = await get(`${url}/ogc/collections/projects/items?limit=10000&${query}`);
      assert.ok(own.features.length > 0, "nothing to find");
      pairs(found, own);
    });
}

/** Each feature that QGIS has beside the one that the server has; both must have the same. */
export function pairs(answer, { features }) {
  const code = ({ properties }) => properties.code;
  assert.deepEqual(answer.features.map(code).sort(), features.map(({ id }) => id).sort());
  const own = new Map(features.map((feature) => [feature.id, feature]));
  return answer.features.map((feature) => [feature, own.get(code(feature))]);
}

/** The same numbers in the same places, in whatever order the axes are. */
export function near(shape, { id, geometry }, { isNorthingFirst = false, tolerance }) {
  const [theirs, ours] = [numbers(shape), numbers(geometry)];
  assert.equal(theirs.length, ours.length, `coordinates of ${id}`);
  for (const [place, value] of ours.entries()) {
    const other = theirs[isNorthingFirst ? place ^ 1 : place];
    assert.ok(Math.abs(value - other) < tolerance, `${id}: ${other} is not ${value}`);
  }
}

const numbers = (geometry) => (geometry ? geometry.coordinates.flat(Number.POSITIVE_INFINITY) : []);
