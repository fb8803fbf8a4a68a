import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { at } from "../../scripts/lib/paths.mjs";
import { freePort } from "../../scripts/lib/port.mjs";
import { must, run } from "../../scripts/lib/run.mjs";
import { version } from "../../scripts/lib/version.mjs";

/**
 * The folder of `npm run package`, started as its README says on a database that is given, without .NET or this
 * checkout in reach. SPATIALPLAN_PACKAGE_DATABASE is the connection string of the owner of an empty database.
 */
const folder = mkdtempSync(join(tmpdir(), "spatialplan-package-"));
const program = join(folder, "SpatialPlan.Server");
const env = {
  PATH: "/usr/bin:/bin",
  HOME: folder,
  DOTNET_ROOT: "/nonexistent",
  ConnectionStrings__Plan: process.env.SPATIALPLAN_PACKAGE_DATABASE,
  Plan__Pinyin: "gis-data/pinyin.json",
};
let server;
let url;

before(async () => {
  await must("Packaging", process.execPath, [at("scripts", "package.mjs"), "--output", folder]);
  for (const verb of [["migrate"], ["load", "gis-data"]])
    assert.equal((await run(program, verb, { cwd: folder, env })).code, 0, verb.join(" "));
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = spawn(program, [], { cwd: folder, env: { ...env, ASPNETCORE_URLS: url }, stdio: "ignore" });
  const until = Date.now() + 60_000;
  while (!(await fetch(`${url}/health/ready`).catch(() => ({ ok: false }))).ok) {
    assert.ok(Date.now() < until && server.exitCode === null, "the packaged server was not ready within a minute");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

after(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test("the packaged server serves the page and its scripts", async () => {
  const page = await (await fetch(url)).text();
  const [, script] = /<script[^>]+src="([^"]+)"/.exec(page) ?? [];
  assert.ok(script, "the page has a script");
  assert.equal((await fetch(new URL(script, `${url}/`))).status, 200);
});

test("the packaged server has loaded the plan, and says its version", async () => {
  const parks = await (await fetch(`${url}/ogc/collections/parks/items`)).json();
  assert.equal(parks.features.length, 12);
  const api = await (await fetch(`${url}/ogc/api?f=json`)).json();
  assert.equal(api.info.version, version);
});

test("the packaged server finds Chinese names by how they sound", async () => {
  const found = await (await fetch(`${url}/api/search?q=liaohe`)).json();
  assert.ok(found.features.length > 0);
});

test("the package holds what it needs and nothing of the plan's text", () => {
  assert.ok(existsSync(join(folder, "LICENSE")) && existsSync(join(folder, "gis-data", "LICENSE")));
  assert.equal(existsSync(join(folder, "gis-data", "plan")), false);
  assert.ok(readdirSync(folder).includes("appsettings.json"));
  assert.match(readFileSync(join(folder, "README.md"), "utf8"), /migrate/);
});
