import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../lib/paths.mjs";
import { drawing } from "./drawing.mjs";
import { psql } from "./fill.mjs";

/** Sites that are checked while they are drawn: beside samples, and in a district in which everything is taken. */
export const SITES = 100_000;
export const PARCELS = 200_000;

// A site of fifty corners, some hundred metres wide, anywhere in the zone; ten people draw at once.
const check = `local x, y = 116.58 + math.random(0, 240) / 1000, 35.33 + math.random(0, 180) / 1000
local ring, size = {}, 0.001 + 0.004 * math.random()
for corner = 0, 49 do
  local radius = size * (0.8 + 0.2 * math.random())
  ring[corner + 1] = string.format("[%.7f,%.7f]", x + radius * math.cos(corner * math.pi / 25), y + radius * math.sin(corner * math.pi / 25))
end
ring[51] = ring[1]
local path = "/api/projects/check"
body = '{"type":"Polygon","coordinates":[[' .. table.concat(ring, ",") .. "]]}"`;

// Each of ten people moves the last corner of an outline of their own: what is near stays the same for a while.
const drawn = `people = people or {}
turn = (turn or 0) % 10 + 1
local one = people[turn]
if one == nil or math.random() < 0.02 then
  one = { x = 116.58 + math.random(0, 240) / 1000, y = 35.33 + math.random(0, 180) / 1000, size = 0.001 + 0.004 * math.random() }
  people[turn] = one
end
local ring = {}
for corner = 0, 49 do
  local radius = corner == 0 and one.size * (0.8 + 0.2 * math.random()) or one.size * 0.9
  ring[corner + 1] = string.format("[%.7f,%.7f]", one.x + radius * math.cos(corner * math.pi / 25), one.y + radius * math.sin(corner * math.pi / 25))
end
ring[51] = ring[1]
local path = "/api/projects/check"
body = '{"type":"Polygon","coordinates":[[' .. table.concat(ring, ",") .. "]]}"`;

const row = (name, lua) => ({
  name,
  lua,
  headers: { "Content-Type": "application/json" },
  connections: 10,
  // The engine is compiled in several steps, the last one from what it has learned of thousands of cuts.
  warmUp: 20,
});

export const checkMeasures = [
  row("check of a site with 50 corners, ten who never pause", check),
  row("check of a site with 50 corners while a corner of it moves, ten who never pause", drawn),
  {
    name: "check of a site with 50 corners, ten people who draw",
    ask: drawing,
    connections: 10,
    seconds: 15,
    budget: { p95: 20 },
  },
];

/** The package of the plan with a layer of constraints: parcels, which a site is told that it lies on. */
export function packageWithParcels(folder) {
  cpSync(at("gis-data"), folder, { recursive: true });
  const file = join(folder, "catalogue", "layers.json");
  const layers = JSON.parse(readFileSync(file, "utf8"));
  const title = { zh: "示例地块", en: "Sample parcels" };
  layers.collections.push({
    id: "parcels",
    role: "constraint",
    constraint: { severity: "warning" },
    group: layers.groups.at(-1).code,
    order: 1 + Math.max(...layers.collections.map(({ order }) => order)),
    geometry_type: "MultiPolygon",
    title,
    short: title,
    properties: [],
  });
  writeFileSync(file, JSON.stringify(layers));
  return folder;
}

export const fillSites = (address) =>
  psql(address, ["-v", `sites=${SITES}`, "-v", `parcels=${PARCELS}`, "-f", at("scripts", "bench", "sites.sql")]);
