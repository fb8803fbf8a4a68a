import assert from "node:assert/strict";
import { gdal, get, requests } from "./gdal.mjs";

const epsg = (number) => `http://www.opengis.net/def/crs/EPSG/0/${number}`;

/** Each system the server offers, as GDAL orders its axes when it is told to follow the authority. */
const systems = [
  { number: 4490, isNorthingFirst: true, tolerance: 1e-7 },
  { number: 4326, isNorthingFirst: true, tolerance: 1e-7 },
  { number: 3857, isNorthingFirst: false, tolerance: 0.01 },
  { number: 4548, isNorthingFirst: true, tolerance: 0.01 },
  { number: 4527, isNorthingFirst: true, tolerance: 0.01 },
];

/** Coordinates, rectangles and conditions: what GDAL computes or pushes down against what the server answers. */
export async function gdalCrsTests(url, test) {
  for (const { number, isNorthingFirst, tolerance } of systems) {
    await test(`The server transforms to EPSG:${number} as GDAL does`, async () => {
      for (const id of ["hubs", "projects", "roads", "parks"]) {
        const own = await get(`${url}/ogc/collections/${id}/items?limit=10000&crs=${epsg(number)}`);
        const theirs = JSON.parse(
          await gdal("ogr2ogr", [
            ...["-q", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "-t_srs", `EPSG:${number}`],
            ...["/vsistdout/", `OAPIF:${url}/ogc`, id],
          ]),
        );
        const expected = new Map(theirs.features.map(({ properties, geometry }) => [properties.code, geometry]));
        assert.equal(own.features.length, expected.size);
        for (const { id: code, geometry } of own.features) {
          const [ours, gdals] = [numbers(geometry), numbers(expected.get(code))];
          assert.equal(ours.length, gdals.length, code);
          for (let place = 0; place < ours.length; place++) {
            const other = gdals[isNorthingFirst ? place ^ 1 : place];
            assert.ok(Math.abs(ours[place] - other) < tolerance, `${code}: ${ours[place]} is not ${other}`);
          }
        }
      }
    });
  }
  await test("GDAL sends a rectangle as bbox and follows the pages", async () => {
    const sent = await requests("ogr2ogr", [
      ...["-q", "-f", "GeoJSON", "/vsistdout/", `OAPIF:${url}/ogc`, "projects"],
      ...["-spat", "116", "35", "117", "36", "-oo", "PAGE_SIZE=3"],
    ]);
    const pages = sent.filter((address) => address.searchParams.has("bbox"));
    const { features } = await get(`${url}/ogc/collections/projects/items?limit=1000&bbox=116,35,117,36`);
    assert.equal(pages.length, Math.ceil(features.length / 3));
    assert.ok(pages.length > 1, "one page shows nothing");
    assert.equal(new Set(pages.map((address) => address.searchParams.get("token"))).size, pages.length);
  });
  for (const [where, parameter] of [
    ["plan_status = 'planned'", "plan_status=planned"],
    ["investment_cny > 1000000000", "filter=investment_cny>1000000000"],
    ["name_zh LIKE '%产业园%'", "filter=name_zh LIKE '%25产业园%25'"],
  ]) {
    await test(`GDAL leaves the condition ${where} to the server, and both count the same`, async () => {
      const args = ["-ro", "-so", "-al", `OAPIF:${url}/ogc`, "projects", "-where", where];
      const counted = /Feature Count: (\d+)/.exec(await gdal("ogrinfo", args));
      const { features } = await get(`${url}/ogc/collections/projects/items?limit=1000&${parameter}`);
      assert.ok(features.length > 0, "nothing to count");
      assert.equal(Number(counted?.[1]), features.length);
      const sent = await requests("ogrinfo", args);
      assert.ok(
        sent.some(
          ({ searchParams }) => searchParams.has("plan_status") || searchParams.get("filter-lang") === "cql-text",
        ),
        "the condition was not sent",
      );
    });
  }
}

const numbers = (geometry) => (geometry ? geometry.coordinates.flat(Number.POSITIVE_INFINITY) : []);
