import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import geodesic from "geographiclib-geodesic";
import { take, whatGdalReads } from "./export-files.mjs";
import { get } from "./gdal.mjs";

/** As exact as areas and lengths have to come back. */
const exact = 1e-6;
const zip = { f: "csv", package: "zip" };

const forms = [
  ...["geojson", "csv", "gpkg", "fgb", "shp", "kml", "xlsx", "dxf"].map((f) => ({ f })),
  { f: "shp", encoding: "gbk" },
  zip,
  { f: "gpkg", crs: "EPSG:4548" },
  { f: "fgb", crs: "EPSG:3857" },
  { f: "shp", crs: "EPSG:4527" },
  { f: "xlsx", crs: "EPSG:4548" },
  { f: "geojson", filter: "plan_status <> 'existing' AND name_zh LIKE '%路%'", only: "roads" },
  { f: "shp", filter: "number > 3 AND number <= 7", crs: "EPSG:4548", only: "parks" },
  { f: "gpkg", plan_status: "planned", only: "projects" },
  { f: "fgb", placement: "unplaced", only: "projects" },
  { f: "dxf", datetime: "2025", only: "roads" },
];

/** Every collection in every format: GDAL opens it and finds what the items of the same selection are. */
export async function exportTests(url, test) {
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-exports-"));
  const { collections } = await get(`${url}/ogc/collections`);
  try {
    for (const { id } of collections)
      for (const { only, ...form } of forms.filter(({ only }) => !only || only === id)) {
        const said = new URLSearchParams(form).toString();
        await test(`GDAL opens the export of ${id} with ${said}: count, texts and sizes`, async () => {
          const { f, package: _, encoding, ...selection } = form;
          const system = f === "dxf" ? { crs: "EPSG:4548" } : {};
          const own = await get(
            `${url}/ogc/collections/${id}/items?${new URLSearchParams({ limit: 10_000, ...system, ...selection })}`,
          );
          assert.ok(own.features.length > 0, "nothing to compare");
          const read = await whatGdalReads(await take(url, id, form, folder), id, f);
          if (f === "dxf") compareDrawing(read, own.features, id);
          else if (f === "xlsx")
            compareSheet(read, own.features, await get(`${url}/ogc/collections/${id}/items?limit=10000`));
          else compare(read, own.features);
        });
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Texts and sizes, feature by feature. */
function compare(read, own) {
  const found = new Map(read.map((feature) => [feature.properties.code, feature]));
  assert.equal(read.length, own.length);
  for (const { id, properties, geometry } of own) {
    const feature = found.get(id);
    assert.ok(feature, `${id} is missing`);
    for (const name of ["name_zh", "name_en", "plan_status", "placement"])
      if (name in feature.properties)
        assert.equal(feature.properties[name] ?? "", properties[name] ?? "", `${name} of ${id}`);
    assert.equal(Boolean(feature.geometry), Boolean(geometry), `geometry of ${id}`);
    sameSize(feature.geometry, geometry, id);
  }
}

/** A sheet has no shapes, but the geodesic area or length of each. */
function compareSheet(read, own, { features }) {
  compare(
    read.map((row) => ({ ...row, geometry: null })),
    own.map((feature) => ({ ...feature, geometry: null })),
  );
  const inDegrees = new Map(features.map(({ id, geometry }) => [id, geometry]));
  for (const { properties } of read) {
    const geometry = inDegrees.get(properties.code);
    assert.equal(typeof properties.x === "number", Boolean(geometry), `x of ${properties.code}`);
    if (geometry?.type === "MultiPolygon")
      near(properties.measured_area_m2, onEllipsoid(geometry).area, properties.code);
    if (geometry?.type === "MultiLineString")
      near(properties.measured_length_m, onEllipsoid(geometry).length, properties.code);
  }
}

/** Shapes as lines, names as TEXT, all on one layer. */
function compareDrawing(read, own, id) {
  assert.deepEqual([...new Set(read.map(({ properties }) => properties.Layer))], own.some(placed) ? [id] : []);
  const names = read.filter(({ properties }) => properties.SubClasses.includes("AcDbText"));
  assert.deepEqual(
    names.map(({ properties }) => properties.Text).sort(),
    own
      .filter(placed)
      .map(({ properties }) => properties.name_zh)
      .sort(),
  );
  const total = (features) => features.reduce((sum, { geometry }) => sum + size(geometry).length, 0);
  near(total(read.filter((entity) => !names.includes(entity))), total(own.filter(placed)), id);
}

const placed = ({ geometry }) => geometry !== null;

function sameSize(one, other, id) {
  const [read, own] = [size(one), size(other)];
  for (const measure of ["points", "length", "area"]) near(read[measure], own[measure], `${measure} of ${id}`);
}

const near = (value, expected, what) =>
  assert.ok(
    Math.abs(value - expected) <= exact * Math.max(Math.abs(expected), 1e-9),
    `${what}: ${value}, not ${expected}`,
  );

/** In the units of the coordinates, whichever axis comes first. */
function size(geometry) {
  const lines = geometry ? linesOf(geometry) : [];
  const part = (of) => lines.reduce((sum, line) => sum + of(line), 0);
  return {
    points: geometry?.type === "Point" ? geometry.coordinates[0] + geometry.coordinates[1] : 0,
    length: part((line) =>
      line.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - line[at][0], y - line[at][1]), 0),
    ),
    area: /Polygon/.test(geometry?.type)
      ? Math.abs(polygonsOf(geometry).reduce((sum, rings) => sum + net(rings, ring), 0))
      : 0,
  };
}

const polygonsOf = ({ type, coordinates }) => (type === "MultiPolygon" ? coordinates : [coordinates]);
const linesOf = ({ type, coordinates }) =>
  ({
    MultiPolygon: () => coordinates.flat(),
    Polygon: () => coordinates,
    MultiLineString: () => coordinates,
    LineString: () => [coordinates],
  })[type]?.() ?? [];

/** The shell without its holes, whatever way the rings run. */
const net = ([shell, ...holes], areaOf) =>
  Math.abs(areaOf(shell)) - holes.reduce((sum, hole) => sum + Math.abs(areaOf(hole)), 0);

/** From the first corner on, so that metres of seven figures lose nothing. */
const ring = (line) =>
  line.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = line[(at + 1) % line.length];
    const [startX, startY] = line[0];
    return sum + ((x - startX) * (nextY - startY) - (nextX - startX) * (y - startY)) / 2;
  }, 0);

function onEllipsoid(geometry) {
  const measure = (line, isRing) => {
    const polygon = geodesic.Geodesic.WGS84.Polygon(!isRing);
    for (const [longitude, latitude] of isRing ? line.slice(1) : line) polygon.AddPoint(latitude, longitude);
    return polygon.Compute(false, true);
  };
  return {
    area: /Polygon/.test(geometry.type)
      ? polygonsOf(geometry).reduce((sum, rings) => sum + net(rings, (line) => measure(line, true).area), 0)
      : 0,
    length: /Line/.test(geometry.type)
      ? linesOf(geometry).reduce((sum, line) => sum + measure(line, false).perimeter, 0)
      : 0,
  };
}
