import { chainCodes, ground, scripts } from "./raw.mjs";
import { compared } from "./rows.mjs";
import { checkMeasures } from "./sites.mjs";
import { writeMeasures } from "./writes.mjs";

/** What is measured: how our server is asked, and the raw statement or the peer that it is compared with. */
const layers = "collections=projects,roads,waters,parks";
const place = (closer = 0, share = 0) => `local z = math.random(14, 16) + ${closer}
if math.random() < ${share} then z = z + 1 end
local f = 2 ^ (z - 14)
local x = math.floor(math.random(${ground.west}, ${ground.east}) * f + math.random(0, f - 1))
local y = math.floor(math.random(${ground.north}, ${ground.south}) * f + math.random(0, f - 1))
`;
const chains = `local chains = {${chainCodes()
  .map((code) => `"${code}"`)
  .join(", ")}}\n`;
const random = place();
const tile = (more = "", at = random) =>
  `${at}local path = string.format("/ogc/tiles/WebMercatorQuad/%d/%d/%d?${layers}", z, y, x)${more}`;

// Far out: one tile in four, under a combination of filters that hardly comes twice.
const far = `${chains}local tiles = {"8/100/210", "9/202/421", "10/404/843", "11/808/1687"}
local status = {"existing", "planned", "proposed", "not-stated"}
local path = "/ogc/collections/projects/tiles/WebMercatorQuad/" .. tiles[math.random(4)] .. "?industry_chain=" .. chains[math.random(#chains)]
  .. "&plan_status=" .. status[math.random(4)] .. "&datetime=" .. math.random(2015, 2040) .. "&placement=" .. ({"surveyed", "stated", "inferred"})[math.random(3)]`;
const facets = `${chains}local path = "/ogc/collections/projects/facets?industry_chain=" .. chains[math.random(#chains)] .. "&plan_status=planned&datetime=" .. math.random(2015, 2040)`;

/**
 * Tiles that hold as many features as those of 10,000 projects. A hundred times the features stand on the same ground, so
 * tiles of a hundredth of the area hold as many: some zooms closer, and a share of them one more, so that their mean does.
 */
function sparse(projects) {
  const area = (zooms) => 4 ** -zooms;
  const closer = Math.floor(Math.log(projects / 10_000) / Math.log(4));
  const share = (area(closer) - 10_000 / projects) / (area(closer) - area(closer + 1));
  return {
    name: `tile with as few features as z14–16 has of 10,000 (z${14 + closer}–${16 + closer + (share > 0 ? 1 : 0)})`,
    lua: tile("", place(closer, share)),
    base: true,
  };
}

export const measures = (projects) => [
  {
    name: "tile z14–16, 4 layers, uncached",
    lua: tile(),
    raw: scripts.tile,
    rawClients: [4, 16],
    budget: { raw: 0.95, unordered: 1.7, mapserver: 4 },
  },
  sparse(projects),
  {
    name: "the same, gzip",
    lua: tile(),
    headers: { "Accept-Encoding": "gzip" },
    like: "tile z14–16, 4 layers, uncached",
    budget: { raw: 0.7 },
  },
  {
    // The cache is filled and turns over: what it takes shows in the memory of the server.
    name: "the same, gzip, from a server with its cache",
    lua: tile(),
    headers: { "Accept-Encoding": "gzip" },
    cached: true,
  },
  { name: compared.unordered, raw: scripts.unordered, rawClients: [4] },
  {
    name: compared.mapserver,
    peer: "mapserver",
    lua: `${random}local path = string.format("/mapserv?mode=tile&tilemode=gmap&map.imagetype=mvt&layers=all&tile=%d+%d+%d", x, y, z)`,
  },
  {
    name: "filtered tile",
    lua: tile(`${"\n"}${chains}path = path .. "&industry_chain=" .. chains[math.random(#chains)]`),
    raw: scripts.filtered,
    rawClients: [16],
    options: "-c plan_cache_mode=force_custom_plan",
    budget: { raw: 1 },
  },
  { name: "tile z8–11, points under four filters", lua: far, connections: 1, budget: { milliseconds: 50 } },
  { name: "facets, three filters", lua: facets, connections: 1, budget: { milliseconds: 15 } },
  {
    name: "facets, three filters and a bbox",
    lua: `${facets} .. "&bbox=116.5,35.3,116." .. math.random(70, 80) .. ",35.5"`,
    connections: 1,
    budget: { milliseconds: 60 },
  },
  {
    name: "bbox page of 100",
    lua: `local x, y = math.random(0, 400) / 1000, math.random(0, 400) / 1000\nlocal path = string.format("/ogc/collections/projects/items?bbox=%.3f,%.3f,%.3f,%.3f", 116.4 + x, 35.2 + y, 116.42 + x, 35.22 + y)`,
    raw: scripts.page,
    rawClients: [4],
    budget: { raw: 0.7 },
  },
  {
    name: "feature by id",
    lua: `local path = string.format("/ogc/collections/projects/items/scale-project-%07d", math.random(${projects}))`,
    raw: scripts.item(projects),
    rawClients: [4],
    budget: { raw: 0.35 },
  },
  {
    name: "dump of 10,000",
    lua: `local path = "/ogc/collections/projects/items?limit=10000"`,
    connections: 4,
    raw: scripts.dump,
    rawClients: [4],
    budget: { raw: 0.6 },
  },
  ...checkMeasures,
  ...writeMeasures(projects),
  { name: compared.nginx, peer: "nginx", lua: `local path = "/tile.mvt"` },
  {
    name: "cached tile",
    cached: true,
    lua: `local path = "/ogc/tiles/WebMercatorQuad/15/12930/27000?${layers}"`,
    headers: { "Accept-Encoding": "gzip" },
    budget: { nginx: 0.5 },
  },
];
