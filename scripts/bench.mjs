import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { codes, features } from "./bench/decode.mjs";
import { fill, psql } from "./bench/fill.mjs";
import { cpuSeconds, http, raw } from "./bench/load.mjs";
import { measures } from "./bench/measures.mjs";
import { MANY, parkMeasures, samplePackage } from "./bench/parks.mjs";
import { peaks } from "./bench/peaks.mjs";
import { startPeers } from "./bench/peers.mjs";
import { rawTile, unorderedTables } from "./bench/raw.mjs";
import { document, median, table } from "./bench/report.mjs";
import { chosen, compared } from "./bench/rows.mjs";
import { checkMeasures, fillSites, PARCELS, packageWithParcels, SITES } from "./bench/sites.mjs";
import { writers } from "./bench/writes.mjs";
import { buildServer } from "./lib/build.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { number, options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { at } from "./lib/paths.mjs";
import { freePort } from "./lib/port.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { has } from "./lib/run.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { serverVerb, startServer } from "./lib/server.mjs";
import { atEnd, main } from "./lib/shutdown.mjs";

/**
 * `npm run bench` measures our server, the raw statements, MapServer and nginx on one machine in one run, interleaved,
 * and writes docs/benchmarks.md. `-- quick` does so with less data in less than five minutes; `-- 10000 1000000` names
 * the sizes.
 */
const peers = {
  name: "MapServer, nginx and wrk to compare with",
  there: () => ["spawn-fcgi", "nginx", "wrk", "mapserv"].every(has),
  packages: async () => ["cgi-mapserver", "mapserver-bin", "spawn-fcgi", "nginx-light", "wrk"],
};
const checked = [
  { z: 14, x: 13500, y: 6464 },
  { z: 15, x: 27000, y: 12930 },
  { z: 16, x: 54003, y: 25861 },
];
const tilePath = ({ z, x, y }) => `/ogc/tiles/WebMercatorQuad/${z}/${y}/${x}?collections=projects,roads,waters,parks`;

await main(async () => {
  const usage =
    "npm run bench [-- quick] [<number of projects> …] [--only <text|text>, these rows and what they need, written nowhere] [--yes]";
  const { positionals, values } = options(usage, { only: { type: "string" }, yes: { type: "boolean" } }, 8);
  const only = values.only?.toLowerCase().split("|");
  const quick = positionals.includes("quick");
  const named = positionals
    .filter((word) => word !== "quick")
    .map((word) => number(usage, word, { least: 1, most: 2_000_000 }));
  checkPrerequisites();
  const sizes = named.length > 0 ? named : quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const [rounds, seconds, warmUp] = quick ? [2, 2, 2] : [3, 8, 8];
  await ensurePackages([needs.database, peers]);
  await step("Build the server", buildServer);
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-bench-"));
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const cluster = privateCluster({ throwAway: true });
  atEnd(cluster.leave);
  await step("Start a database for the measurements", cluster.start);
  const installations = [...sizes.map(projects), manyParks(folder), manySites(folder)]
    .map((one) => ({ ...one, rows: only ? chosen(one.rows, only) : one.rows }))
    .filter(({ rows }) => rows.length > 0);
  const results = [];
  for (const installation of installations)
    results.push(await measure(installation, { folder, cluster, rounds, seconds, warmUp }));
  if (only) {
    say(`\n${results.map((one) => one.text).join("\n")}`);
    return 0;
  }
  const text = document({
    quick,
    rounds,
    seconds,
    tables: results.map((one) => one.text),
    growth: growth(results.filter(({ size }) => size)),
  });
  writeFileSync(at("docs", "benchmarks.md"), text);
  say(`\n${text}`);
  return 0;
});

/** The plan with so many sample projects. Budgets are written for a city; on less data a tile is so small that HTTP is all of it. */
function projects(size) {
  return {
    size,
    title: `${size.toLocaleString("en")} projects`,
    name: `bench_${size}`,
    isJudged: size >= 1_000_000,
    rows: [...measures(size), ...parkMeasures(5)],
    load: async (database) => {
      await serverVerb("Loading the plan", ["load", at("gis-data")], database);
      await step(`Fill with ${size} projects`, () => fill(database.plan, size));
    },
  };
}

/** A package with very many parks: an investor's question is answered from all of them. */
function manyParks(folder) {
  const place = join(folder, "parks");
  return {
    title: `${MANY.toLocaleString("en")} parks`,
    name: "bench_parks",
    isJudged: true,
    rows: parkMeasures(50),
    load: (database) => serverVerb("Loading the parks", ["load", samplePackage(place, MANY)], database),
    env: { PLAN_PACKAGE: place },
  };
}

/** A district in which everything is taken, with a layer of constraints: whatever is drawn lies on something. */
function manySites(folder) {
  const place = join(folder, "sites");
  return {
    title: `${SITES.toLocaleString("en")} sites and a layer of ${PARCELS.toLocaleString("en")} parcels`,
    name: "bench_sites",
    isJudged: true,
    rows: checkMeasures,
    load: async (database) => {
      await serverVerb("Loading the plan with parcels", ["load", packageWithParcels(place)], database);
      await step(`Fill with ${SITES} sites and ${PARCELS} parcels`, () =>
        fillSites(database.plan).then(() => undefined),
      );
    },
    env: { PLAN_PACKAGE: place },
  };
}

async function measure(
  { size, title, name, isJudged, rows: wanted, load, env },
  { folder, cluster, rounds, seconds, warmUp },
) {
  const hasPeers = wanted.some(({ peer, raw }) => peer || raw);
  const plan = cluster.connection("spatialplan_owner", name);
  const database = {
    plan,
    staff: cluster.connection("spatialplan_staff", name),
    public: cluster.connection("spatialplan_public", name),
  };
  await psql(cluster.connection(cluster.superuser, "postgres"), [
    "-c",
    `create database ${name} owner spatialplan_owner`,
  ]);
  await psql(cluster.connection(cluster.superuser, name), ["-c", "create extension postgis"]);
  await load(database);
  if (hasPeers)
    await step("Copy without order in EPSG:4326", () => psql(plan, [], unorderedTables).then(() => undefined));
  const uncached = await serve(database, "bench-uncached", {
    Plan__TileCacheMegabytes: "0",
    Plan__ChecksPerSecond: "0",
    ...env,
  });
  const cached = await serve(database, "bench-cached", env);
  const memory = peaks([
    { name: "without a cache", pid: uncached.pid },
    { name: "with its cache", pid: cached.pid },
  ]);
  memory.after("the start");
  if (hasPeers) await step("Compare the answers", () => compare(uncached.url, plan));
  const tile = hasPeers ? await packed(uncached.url, checked[1]) : undefined;
  const place = join(folder, name);
  mkdirSync(place);
  const others = hasPeers ? await startPeers({ folder: place, address: plan, tile }) : undefined;
  if (others) {
    atEnd(others.stop);
    await step("Compare with MapServer", () => compareWith(others, uncached.url));
  }

  const rows = wanted.map((one) => ({ ...one, rounds: [], raw_: [] }));
  let people;
  if (rows.some(({ write }) => write)) {
    // What is acknowledged is on disk: a throw-away cluster does without.
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
      await psql(cluster.connection(cluster.superuser, name), ["-c", `alter system set ${setting} = on`]);
    await psql(cluster.connection(cluster.superuser, name), ["-c", "select pg_reload_conf()"]);
    people = await writers(uncached.url, database);
  }
  const parts = { place, plan, uncached, cached, others, cluster, people };
  // By then the code that matters is compiled for good.
  await step("Warm up", async () => {
    for (const row of rows.filter(({ isOnce }) => !isOnce)) {
      await once({ row: { ...row, raw: undefined, rounds: [] }, seconds: row.warmUp ?? warmUp, ...parts });
      memory.after(`${row.name}, warming up`);
    }
  });
  for (let round = 1; round <= rounds; round++)
    await step(`Measure ${title}, round ${round} of ${rounds}`, async () => {
      for (const row of rows) {
        await once({ row, seconds: row.seconds ?? seconds, ...parts });
        memory.after(`${row.name}, round ${round}`);
      }
    });
  await Promise.all([uncached.stop(), cached.stop(), others?.stop()]);
  return {
    size,
    rows,
    text: table(
      { title, isJudged },
      rows.map((row) => judged(row, rows)),
      memory.found,
    ),
  };
}

async function serve(database, name, env = {}) {
  const port = await freePort();
  const server = startServer({ port, database, env, name });
  atEnd(server.stop);
  await server.ready();
  const url = `http://127.0.0.1:${port}`;

  // The index of points is read after the start; what is measured is what comes after.
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await fetch(`${url}/ogc/collections/projects/facets`);
    if (answer.ok) break;
  }
  return { url, port, stop: server.stop, pid: () => server.pid };
}

/** The same features from the server, packed or not, as from the statement itself. */
async function compare(url, plan) {
  for (const tile of checked) {
    const sql = rawTile.replace(/:(z|x|y)\b/g, (_, name) => tile[name]);
    const { stdout } = await psql(plan, ["-At", "-c", `select encode(tile, 'hex') from (${sql}) made`]);
    const expected = Buffer.from(stdout.trim(), "hex");
    for (const encoding of ["identity", "gzip", "br"]) {
      // Fetch unpacks what it asked for by itself.
      const answer = await fetch(`${url}${tilePath(tile)}`, { headers: { "accept-encoding": encoding } });
      const plain = Buffer.from(await answer.arrayBuffer());
      if (features(plain).join() !== features(expected).join())
        throw new Stop(
          `Tile ${tile.z}/${tile.y}/${tile.x} is ${plain.length} bytes from the server and ${expected.length} from the statement.`,
        );
    }
  }
}

/** What the cached tile weighs on the wire: the file that nginx serves. */
async function packed(url, tile) {
  const answer = await fetch(`${url}${tilePath(tile)}`);
  return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 1 });
}

/** MapServer draws the same features: their codes, layer by layer. */
async function compareWith(others, url) {
  for (const tile of checked) {
    const answer = await fetch(others.tileOf(tile));
    const [theirs, ours] = [answer, await fetch(`${url}${tilePath(tile)}`)];
    if (!theirs.ok) throw new Stop(`MapServer did not draw tile ${tile.z}/${tile.y}/${tile.x}: ${theirs.status}.`);
    const drawn = codes(Buffer.from(await theirs.arrayBuffer()));
    const bytes = Buffer.from(await ours.arrayBuffer());
    const missing = codes(bytes, true).filter((code) => !drawn.includes(code));
    const more = drawn.filter((code) => !codes(bytes).includes(code));
    if (missing.length + more.length > 0)
      throw new Stop(
        `Tile ${tile.z}/${tile.y}/${tile.x}: MapServer lacks ${missing.slice(0, 5)} (${missing.length}) and adds ${more.slice(0, 5)} (${more.length}).`,
      );
  }
}

async function once({ row, place, plan, seconds, uncached, cached, others, cluster, people }) {
  const target = row.peer ? others.url : (row.cached ? cached : uncached).url;
  const pids = [cluster.running(), ...(row.peer ? others.pids : [(row.cached ? cached : uncached).pid()])];
  let load;
  if (row.lua)
    load = () =>
      http({
        folder: place,
        url: target,
        lua: row.lua,
        seconds,
        connections: row.connections,
        headers: row.headers,
      });
  else if (row.ask) load = () => row.ask({ url: target, seconds });
  else if (row.write && !(row.isOnce && row.rounds.length > 0)) load = () => row.write(people, seconds);
  if (load) {
    const before = cpuSeconds(pids);
    const result = await load();
    if (result.wrong > 0) throw new Stop(`${row.name}: ${result.wrong} answers were errors.`);
    // What was measured during another row has no time of its own.
    const cpu = row.with ? undefined : ((cpuSeconds(pids) - before) * 1000) / result.count;
    row.rounds.push({ ...result, cpu });
  }
  if (row.raw) {
    // The best of the numbers of clients is the limit.
    const runs = [];
    for (const clients of row.rawClients) {
      const before = cpuSeconds([cluster.running()]);
      const result = await raw({
        folder: place,
        address: plan,
        script: row.raw,
        seconds,
        clients,
        options: row.options,
      });
      runs.push({ ...result, cpu: ((cpuSeconds([cluster.running()]) - before) * 1000) / result.count });
    }
    const best = runs.sort((a, b) => b.perSecond - a.perSecond)[0];
    row.raw_.push(best);
    if (!row.lua) row.rounds.push(best);
  }
}

/** A row with its ratios, round by round, against what its budget names. */
function judged(row, rows) {
  const of = (name) => rows.find((other) => other.name === name);
  const against = {
    raw: (round) => (row.like ? of(row.like) : row).raw_[round].perSecond,
    unordered: (round) => of(compared.unordered).raw_[round].perSecond,
    mapserver: (round) => of(compared.mapserver).rounds[round].perSecond,
    nginx: (round) => of(compared.nginx).rounds[round].perSecond,
  };
  const ratios = Object.entries(row.budget ?? {})
    .filter(([name]) => against[name])
    .map(([name, least]) => ({
      against: name,
      least,
      values: row.rounds.map((result, round) => result.perSecond / against[name](round)),
    }));
  const { milliseconds, p95 } = row.budget ?? {};
  const times = Object.entries({ p50: milliseconds, p95 }).filter(([, most]) => most !== undefined);
  return { ...row, ratios, times };
}

function growth(results) {
  const cost = ({ rows }) => median(rows.find(({ base }) => base).rounds.map(({ cpu }) => cpu));
  const [first, last] = [results[0], results.at(-1)];
  return `Cost of a tile with as many features, at ${last.size.toLocaleString("en")} projects against ${first.size.toLocaleString("en")}: ${(cost(last) / cost(first)).toFixed(1)} × the CPU (budget 2 at 1,000,000 against 10,000). A tile of z14–16 itself costs more because it holds that many more features.`;
}
