import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gdal, get } from "./gdal.mjs";

/** In tiles of about 20 km: the zone is in a few of them, and what crosses an edge is in more than one. */
const widestKm = 30;
const kmPerDegree = 111.32;

/** Tiles are whole units of 4096, and rounded: so many units off is where it is. */
const tolerance = 1.5;
const unitsPerTile = 4096;

/** GDAL puts the tiles of each tile matrix set, by what the set says of itself, where the features are. */
export async function tileTests(url, test) {
  const { tileMatrixSets } = await get(`${url}/ogc/tileMatrixSets`);
  for (const { id: set } of tileMatrixSets)
    for (const collection of ["hubs", "projects", "roads", "parks"])
      await test(`GDAL finds ${collection} in the tiles of ${set} where they are`, async () => {
        const folder = mkdtempSync(join(tmpdir(), "spatialplan-tiles-"));
        try {
          const { unit, zoom } = await download(url, collection, set, folder);
          const own = await get(`${url}/ogc/collections/${collection}/items?limit=10000`);
          const read = JSON.parse(
            await gdal("ogr2ogr", [
              "-q",
              "-f",
              "GeoJSON",
              "-t_srs",
              "OGC:CRS84",
              "/vsistdout/",
              `MVT:${folder}/tiles/${zoom}`,
            ]),
          );
          const found = boxes(read.features, ({ properties }) => properties.code);
          const expected = boxes(own.features, ({ id }) => id);
          assert.ok(expected.size > 0, "nothing to find");
          assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
          for (const [code, box] of expected)
            for (const [side, value] of box.entries())
              assert.ok(
                Math.abs(found.get(code)[side] - value) < tolerance * unit,
                `${code}: ${found.get(code)} is not ${box}`,
              );
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
}

/** All tiles of a matrix that have something, as a folder that GDAL knows; gives its name and how wide a unit of it is, in degrees. */
async function download(url, collection, set, folder) {
  const definition = await get(`${url}/ogc/tileMatrixSets/${set}`);
  const { tileMatrixSetLimits } = await get(`${url}/ogc/collections/${collection}/tiles/${set}`);
  const isGeographic = !/3857$/.test(definition.crs);
  const degrees = ({ cellSize, tileWidth }) => (cellSize * tileWidth) / (isGeographic ? 1 : 1000 * kmPerDegree);
  const matrix = definition.tileMatrices.find((one) => degrees(one) * kmPerDegree < widestKm);
  const limits = tileMatrixSetLimits.find(({ tileMatrix }) => tileMatrix === matrix.id);
  const zoom = `${Number(matrix.id) + levelsAbove(definition)}`;
  for (let row = limits.minTileRow; row <= limits.maxTileRow; row++)
    for (let column = limits.minTileCol; column <= limits.maxTileCol; column++) {
      const answer = await fetch(`${url}/ogc/collections/${collection}/tiles/${set}/${matrix.id}/${row}/${column}`);
      assert.ok(answer.ok, `${answer.status} for row ${row}, column ${column}`);
      const tile = Buffer.from(await answer.arrayBuffer());
      if (tile.length === 0) continue;
      mkdirSync(join(folder, "tiles", zoom, `${column}`), { recursive: true });
      writeFileSync(join(folder, "tiles", zoom, `${column}`, `${row}.pbf`), tile);
    }
  writeFileSync(
    join(folder, "tiles", "metadata.json"),
    JSON.stringify(await metadata(definition, url, collection, set)),
  );
  return { unit: degrees(matrix) / unitsPerTile, zoom };
}

/** GDAL counts from one square tile; a first matrix of two columns is one level further on. */
const levelsAbove = ({ tileMatrices: [first] }) => Math.log2(first.matrixWidth);

/** The set in the words of GDAL's driver: https://gdal.org/drivers/vector/mvt.html. */
async function metadata({ crs, orderedAxes, tileMatrices: [first] }, url, collection, set) {
  const isNorthingFirst = orderedAxes[0] === "Lat";
  const [x, y] = isNorthingFirst ? first.pointOfOrigin.toReversed() : first.pointOfOrigin;
  const { vector_layers: layers } = await get(`${url}/ogc/collections/${collection}/tiles/${set}/tilejson`);
  return {
    crs: crs.endsWith("CRS84") ? "EPSG:4326" : `EPSG:${crs.split("/").at(-1)}`,
    tile_origin_upper_left_x: x,
    tile_origin_upper_left_y: y,
    tile_dimension_zoom_0: first.cellSize * first.tileWidth * first.matrixWidth,
    json: JSON.stringify({ vector_layers: layers }),
  };
}

/** West, south, east and north of all parts of a feature, by its code. */
function boxes(features, codeOf) {
  const found = new Map();
  for (const feature of features.filter(({ geometry }) => geometry)) {
    const numbers = feature.geometry.coordinates.flat(Number.POSITIVE_INFINITY);
    const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
    const [west, south, east, north] = found.get(codeOf(feature)) ?? [Infinity, Infinity, -Infinity, -Infinity];
    found.set(codeOf(feature), [
      Math.min(west, ...xs),
      Math.min(south, ...ys),
      Math.max(east, ...xs),
      Math.max(north, ...ys),
    ]);
  }
  return found;
}
