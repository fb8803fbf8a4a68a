import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildClient, buildSolution, dotnetEnv } from "./build.mjs";
import { isLeftOut, named } from "./named.mjs";
import { chromium } from "./packages.mjs";
import { at } from "./paths.mjs";
import { freePort } from "./port.mjs";
import { lastLines, run } from "./run.mjs";
import { startServer } from "./server.mjs";
import { atEnd } from "./shutdown.mjs";
import { emptyTally, fromNode, fromPlaywright, fromVitest, fromXunit } from "./tally.mjs";

const minutes = 60_000;
const bin = (name) => at("node_modules", ".bin", name);

/**
 * A stage answers with a tally. A program that fails without naming a test is one failure, so nothing fails unseen;
 * one that is asked for tests of some names (`only`) may have none.
 */
async function program(name, command, args, { file, read, env, only } = {}) {
  const result = await run(command, args, { env, limit: 10 * minutes });
  const tally = read ? read(file) : emptyTally();
  if (only) tally.skipped = tally.skipped.filter((test) => !isLeftOut(test));
  const silent = read && !only && tally.passed + tally.failed.length + tally.skipped.length === 0;
  if (silent || (result.code !== 0 && tally.failed.length === 0))
    tally.failed.push({
      name,
      message:
        silent && result.code === 0
          ? "no test ran"
          : `${result.signal ?? `exit code ${result.code}`}\n${lastLines(result.text, 24)}`,
    });
  return tally;
}

const xunit = (folder, env) => (place) => {
  const file = join(place.results, `${folder}.json`);
  const dll = at("tests", folder, "bin", "Release", "net10.0", `SpatialPlan.${folder}.dll`);
  const options = ["-result-ctrf", file, "-noColor", "-noLogo", ...named(place.only).xunit];
  return program(folder, "dotnet", [dll, ...options], {
    file,
    read: fromXunit,
    only: place.only,
    env: { ...dotnetEnv, ...testEnv(place), ...env },
  });
};

/** What tests are told: a superuser on the throw-away cluster, and the text of the plan when its owner put it there. */
function testEnv({ cluster }) {
  const document = [
    process.env.PLAN_DOCUMENT,
    at("gis-data", "plan", "plan.txt"),
    at("..", "shared", "plan", "plan.txt"),
  ].find((path) => path && existsSync(path));
  return {
    SPATIALPLAN_TEST_DATABASE: cluster.connection(cluster.superuser, "postgres"),
    ...(document ? { PLAN_DOCUMENT: document } : {}),
  };
}

export const stages = [
  {
    name: "Lint",
    group: "checks",
    run: () => program("lint", bin("biome"), ["check", "--error-on-warnings"]),
  },
  {
    name: "Check types",
    group: "checks",
    run: async () => {
      const tally = await program("types of the client", bin("tsc"), ["--project", "client/tsconfig.json", "--noEmit"]);
      const other = await program("types of the browser tests", bin("tsc"), [
        "--project",
        "tests/EndToEnd/tsconfig.json",
        "--noEmit",
      ]);
      tally.failed.push(...other.failed);
      return tally;
    },
  },
  {
    name: "Tests of the scripts",
    group: "checks",
    uses: [],
    run: ({ results, only }) => {
      const file = join(results, "scripts.tap");
      const report = ["--test-reporter=tap", `--test-reporter-destination=${file}`];
      const options = ["--test", ...report, ...named(only).node, "tests/Scripts/"];
      return program("tests of the scripts", process.execPath, options, { file, read: fromNode, only });
    },
  },
  { name: "Build server and tests", group: "server", makes: "server", run: () => buildSolution().then(emptyTally) },
  { name: "Build the client", group: "browser", makes: "client", run: () => buildClient().then(emptyTally) },
  { name: "Tests of the server", group: "server", uses: ["server"], run: xunit("Server.Tests") },
  {
    name: "Tests of the server on PostGIS",
    group: "server",
    uses: ["server"],
    database: true,
    run: xunit("Server.IntegrationTests"),
  },
  {
    name: "Tests of the client",
    group: "client",
    uses: [],
    run: ({ results, only }) => {
      const file = join(results, "client.json");
      const report = ["--reporter=json", `--outputFile=${file}`];
      const options = ["run", "--config", "client/vite.config.ts", ...report, ...named(only).vitest];
      return program("tests of the client", bin("vitest"), options, { file, read: fromVitest, only });
    },
  },
  {
    name: "Tests in the browser",
    group: "browser",
    uses: ["server", "client"],
    database: true,
    run: async (place) => {
      const file = join(place.results, "browser.json");
      const env = {
        ...testEnv(place),
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        CHROMIUM: chromium(),
        SPATIALPLAN_URL: await serve(place),
        SPATIALPLAN_LARGE_URL: await serve(place, "large", { Plan__LargeCollection: "5" }),
      };
      return program(
        "browser tests",
        bin("playwright"),
        ["test", "--config", "tests/EndToEnd/playwright.config.ts", ...named(place.only).playwright],
        { file, read: fromPlaywright, env, only: place.only },
      );
    },
  },
];

/**
 * The real server on the throw-away cluster, once for everything that asks it; under another name a second one with
 * other settings, on the same database.
 */
export async function serve(place, name = "server", settings = {}) {
  place.urls ??= {};
  if (!place.urls[name]) {
    const port = await freePort();
    const { cluster } = place;
    const database = { plan: cluster.connection(), public: cluster.connection("spatialplan_public") };
    const server = startServer({ port, database, env: { ...testEnv(place), ...settings }, name: `test-${name}` });
    atEnd(server.stop);
    await server.ready();
    place.urls[name] = `http://localhost:${port}`;
  }
  return place.urls[name];
}
