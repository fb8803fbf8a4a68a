import { readFileSync } from "node:fs";
import { at } from "../lib/paths.mjs";

/**
 * The raw statements: what pgbench runs without any server, on the same tables and for the same answer. Written here
 * once more and independently; before anything is measured the answers are decoded and compared.
 */
const layers = ["projects", "roads", "waters", "parks"];

const catalogue = () => JSON.parse(readFileSync(at("gis-data", "catalogue", "layers.json"), "utf8"));
export function properties(collection) {
  const { common_properties, collections } = catalogue();
  return [...common_properties, ...collections.find(({ id }) => id === collection).properties];
}

const attributes = (collection) =>
  properties(collection)
    .filter(({ in_tile }) => in_tile)
    .map(({ name, type }) => (type === "codes" ? `array_to_string(f.${name}, ',') as ${name}` : `f.${name}`))
    .join(", ");

const tile = (source, geometry, reach, where = () => "") =>
  `select ${layers.map((name) => `coalesce((select ST_AsMVT(t, '${name}', 4096, 'geometry') from (select ST_AsMVTGeom(${geometry}, (select ST_TileEnvelope(:z, :x, :y)), 4096, 64, true) as geometry, ${attributes(name)} from ${source(name)} f where ${reach}${where(name)}) t), '')`).join(" || ")} as tile`;

const mapReach = "f.geom_3857 && (select ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096))";
const published = (name) => `published.${name}`;

/** The tables as they come out of an import: in EPSG:4326 and in no order. */
export const unorderedTables = layers
  .map(
    (name) =>
      `create table bench_${name} as select f.*, ST_Transform(geom, 4326) as geom_4326 from published.${name} f order by hashtext(code); create index on bench_${name} using gist (geom_4326); analyze bench_${name};`,
  )
  .join("\n");

const chains = () =>
  JSON.parse(readFileSync(at("gis-data", "catalogue", "vocabularies", "industry-chain.json"), "utf8")).terms.map(
    ({ code }) => code,
  );
const column = ({ name, type }) =>
  ({
    codes: `coalesce(f.${name}, '{}') as ${name}`,
    strings: `coalesce(f.${name}, '{}') as ${name}`,
    citations: `coalesce(f.${name}, '[]') as ${name}`,
    targets: `coalesce(f.${name}, '[]') as ${name}`,
    outputs: `coalesce(f.${name}, '[]') as ${name}`,
  })[type] ?? `f.${name}`;
/** A project as GeoJSON, without the closing brace. */
export const feature = `'{"type":"Feature","id":"' || f.code || '","geometry":' || coalesce(ST_AsGeoJSON(f.geom, 6, 0), 'null') || ',"properties":' || (select row_to_json(p)::text from (select f.code, f.version, ${properties(
  "projects",
)
  .filter(({ name }) => name !== "code")
  .map(column)
  .join(", ")}) p)`;

/** A tile of zoom 14 to 16 in the middle of the ground, alike for pgbench and for the load on the server. */
export const ground = { west: 13489, east: 13511, north: 6457, south: 6477 };
const random = `\\set z random(14, 16)
\\set f 1 << (:z - 14)
\\set x random(${ground.west}, ${ground.east}) * :f + random(0, :f - 1)
\\set y random(${ground.north}, ${ground.south}) * :f + random(0, :f - 1)
`;
const measured = (sql) => `select octet_length(tile) from (${sql}) made;\n`;

export const rawTile = tile(published, "f.geom_3857", mapReach);
export const scripts = {
  tile: random + measured(rawTile),
  unordered:
    random +
    measured(
      tile(
        (name) => `bench_${name}`,
        "ST_Transform(f.geom_4326, 3857)",
        "f.geom_4326 && ST_Transform((select ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096)), 4326)",
      ),
    ),
  filtered: `${random}\\set c random(1, ${chains().length})
${measured(
  tile(published, "f.geom_3857", mapReach, (name) =>
    name === "projects"
      ? ` and f.industry_chain = any(array[(array['${chains().join("','")}'])[:c]])`
      : name === "parks"
        ? ` and f.industry_chains && array[(array['${chains().join("','")}'])[:c]]`
        : "",
  ),
)}`,
  // What has no place belongs to every box: the same rows as the server's, each half from its index.
  page: `\\set i random(0, 400)
\\set j random(0, 400)
select ${feature} || '}' from (
(select * from published.projects f where geom is null order by f.code limit 101) union all
(select * from published.projects f where ST_Intersects(f.geom, ST_MakeEnvelope(116.4 + :i / 1000.0, 35.2 + :j / 1000.0, 116.42 + :i / 1000.0, 35.22 + :j / 1000.0, 4490)))) f order by f.code limit 101;\n`,
  item: (projects) =>
    `\\set i random(1, ${projects})\nselect ${feature} from published.projects f where f.code = 'scale-project-' || lpad(:i::text, 7, '0');\n`,
  dump: `select ${feature} || '}' from published.projects f order by f.code limit 10001;\n`,
};
export const chainCodes = chains;
