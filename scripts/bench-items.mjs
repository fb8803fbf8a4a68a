import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill, psql } from "./bench/fill.mjs";
import { compare, dump, filteredPage } from "./bench/items.mjs";
import { http, raw } from "./bench/load.mjs";
import { median } from "./bench/report.mjs";
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
 * `npm run bench:items`: pages under a rectangle and a CQL2 filter against the same statement in pgbench, and the memory
 * that a dump of all features takes, in one run on a throw-away database. `-- 1000000` names another size.
 */
const [rounds, seconds] = [5, 3];
const budget = { page: 0.7, megabytes: 60 };
const wrk = { name: "wrk", there: () => has("wrk"), packages: async () => ["wrk"] };

await main(async () => {
  const usage = "npm run bench:items [-- <number of projects>] [--yes]";
  const [given = "100000"] = options(usage, { yes: { type: "boolean" } }, 1).positionals;
  const size = number(usage, given, { least: 1, most: 2_000_000 });
  checkPrerequisites();
  await ensurePackages([needs.database, wrk]);
  await step("Build the server", buildServer);
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-bench-"));
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const { url, plan, pid } = await prepare(size);
  const page = await pages({ folder, url, plan });

  const dumps = [];
  for (const path of ["/ogc/collections/projects/export?f=geojson", "/ogc/collections/projects/items?limit=10000"])
    dumps.push({ path, ...(await dump(url, path, pid)) });
  say(`\nPage of 100, rectangle and CQL2: ${median(page).toFixed(2)} × raw, budget ${budget.page}`);
  for (const { path, features, megabytes } of dumps)
    say(`${features.toLocaleString("en")} features from ${path}: ${megabytes} MB more, budget ${budget.megabytes}`);
  if (dumps.some(({ features }) => features < size)) throw new Stop("A dump did not hold every feature.");
  return median(page) >= budget.page && dumps.every(({ megabytes }) => megabytes < budget.megabytes) ? 0 : 1;
});

async function prepare(size) {
  const cluster = privateCluster({ throwAway: true });
  atEnd(cluster.leave);
  await step("Start a database for the measurements", cluster.start);
  const database = {
    plan: cluster.connection("spatialplan_owner", "bench"),
    staff: cluster.connection("spatialplan_staff", "bench"),
    public: cluster.connection("spatialplan_public", "bench"),
  };
  const [first, own] = ["postgres", "bench"].map((name) => cluster.connection(cluster.superuser, name));
  await psql(first, ["-c", "create database bench owner spatialplan_owner"]);
  await psql(own, ["-c", "create extension postgis"]);
  await serverVerb("Loading the plan", ["load", at("gis-data")], database);
  await step(`Fill with ${size} projects`, () => fill(database.plan, size));
  const port = await freePort();
  const server = startServer({ port, database, name: "bench-items" });
  atEnd(server.stop);
  await server.ready();
  return { url: `http://127.0.0.1:${port}`, plan: database.plan, pid: server.pid };
}

async function pages({ folder, url, plan }) {
  await step("Compare the answers", () => compare(url, plan));
  const ours = () => http({ folder, url, lua: filteredPage.lua, seconds });
  await step("Warm up", () => ours().then(() => undefined));
  const ratios = [];
  for (let round = 1; round <= rounds; round++)
    await step(`Pages of 100, round ${round} of ${rounds}`, async () => {
      const result = await ours();
      if (result.wrong > 0) throw new Stop(`${result.wrong} pages were errors.`);
      const limit = await raw({ folder, address: plan, script: filteredPage.script, seconds, clients: 4 });
      ratios.push(result.perSecond / limit.perSecond);
      return `${result.perSecond.toFixed(0)}/s against ${limit.perSecond.toFixed(0)}/s raw`;
    });
  return ratios;
}
