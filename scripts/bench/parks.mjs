import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "../lib/paths.mjs";
import { chainCodes } from "./raw.mjs";

/** Parks that are matched, compared and shown: with those of the plan, and with a package of many. */
export const MANY = 2000;

const random = `local chains = {${chainCodes()
  .map((code) => `"${code}"`)
  .join(", ")}}\n`;

/** `most` is what a match may take, in milliseconds (p50); parks that are asked for by code are those of the plan. */
export const parkMeasures = (most) => [
  {
    name: "match of parks, any chain, any weights",
    lua: `${random}local path = "/api/parks/match?industry_chain=" .. chains[math.random(#chains)] .. "&weights=target-size:" .. math.random(1, 100)`,
    connections: 1,
    budget: { milliseconds: most },
  },
  {
    name: "page of a park, any language",
    lua: `local path = "/" .. ({"zh", "en", "ja", "ko"})[math.random(4)] .. "/parks/park-" .. math.random(12)`,
    connections: 1,
  },
  {
    name: "page that compares four parks",
    lua: `local path = "/" .. ({"zh", "en", "ja", "ko"})[math.random(4)] .. "/compare?rows=all&codes=park-2,park-5,park-8,park-" .. math.random(9, 12)`,
    connections: 1,
  },
];

/** The package of the plan with sample parks beside its own; the same number gives the same parks. */
export function samplePackage(folder, parks) {
  cpSync(at("gis-data"), folder, { recursive: true });
  const file = join(folder, "layers", "parks.geojson");
  const layer = JSON.parse(readFileSync(file, "utf8"));
  const own = layer.features.length;
  for (let place = own; place < parks; place++) layer.features.push(sample(layer.features[place % own], place + 1));
  writeFileSync(file, JSON.stringify(layer));
  return folder;
}

/** A park like another, under a name and with figures of its own. */
function sample({ properties, geometry }, number) {
  const targets = properties.targets.map((target) => ({ ...target, value: target.value + number }));
  return {
    type: "Feature",
    id: `park-${number}`,
    properties: {
      ...properties,
      number,
      aliases: [],
      name_zh: `示例园区 ${number}`,
      name_en: `Sample park ${number}`,
      targets,
    },
    geometry,
  };
}
