import { join } from "node:path";
import { buildClient, buildSolution, dotnetEnv } from "./build.mjs";
import { logins } from "./database.mjs";
import { isLeftOut, named } from "./named.mjs";
import { chromium } from "./packages.mjs";
import { at } from "./paths.mjs";
import { planDocument } from "./plan-document.mjs";
import { databaseName } from "./plan-package.mjs";
import { freePort } from "./port.mjs";
import { startProxy } from "./proxy.mjs";
import { lastLines, run } from "./run.mjs";
import { accountVerb, startServer } from "./server.mjs";
import { atEnd } from "./shutdown.mjs";
import { add, emptyTally, fromNode, fromPlaywright, fromVitest, fromXunit, words } from "./tally.mjs";

/** A stage may take so many minutes, on a busy machine too. */
export const defaultLimit = 40;

/** Programs are asked to stop, as with Ctrl-C, so that they still write what they know; then they are made to. */
const graceMs = 60_000;
const bin = (name) => at("node_modules", ".bin", name);

/**
 * A stage answers with a tally. A program that fails without naming a test is one failure, so nothing fails unseen;
 * one that is asked for tests of some names (`only`) may have none.
 */
export async function program(name, command, args, { file, read, env, only, minutes = defaultLimit } = {}) {
  const result = await run(command, args, { env, limit: { ms: minutes * 60_000, signal: "SIGINT", graceMs } });
  const tally = read ? read(file) : emptyTally();
  if (only) tally.skipped = tally.skipped.filter((test) => !isLeftOut(test));
  if (result.isLate) {
    const ran = words(tally);
    tally.failed.push({
      name,
      message: `ended at the limit of ${minutes} minutes, and was not done (${ran} until then): npm test -- --limit <minutes> gives it longer`,
    });
    return tally;
  }
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
  // Most tests wait half of their time, for the database or for a moment to pass.
  const options = ["-result-ctrf", file, "-maxThreads", "2x", "-noColor", "-noLogo", ...named(place.only).xunit];
  return program(folder, "dotnet", [dll, ...options], {
    file,
    read: fromXunit,
    only: place.only,
    minutes: place.minutes,
    env: { ...dotnetEnv, ...testEnv(place), ...env },
  });
};

/** What tests are told: a superuser on the throw-away cluster, and the text of the plan when its owner put it there. */
function testEnv({ cluster }) {
  const document = planDocument();
  return {
    // a program that ends after minutes pays for learning where it is busy, and gains nothing by it
    DOTNET_TieredPGO: "0",
    SPATIALPLAN_TEST_DATABASE: cluster.connection(cluster.superuser, "postgres"),
    ...(document ? { PLAN_DOCUMENT: document } : {}),
  };
}

/**
 * In this order, two beside each other where neither is `alone`: the longest build first. Each {name, group, run}; `uses`
 * (of tests) and `makes` (of builds) name what is built.
 */
export const stages = [
  { name: "Build server and tests", group: "server", makes: "server", run: () => buildSolution().then(emptyTally) },
  {
    name: "Lint",
    group: "checks",
    run: ({ minutes }) => program("lint", bin("biome"), ["check", "--error-on-warnings"], { minutes }),
  },
  {
    name: "Check types",
    group: "checks",
    run: async ({ minutes }) => {
      const types = (name, project) => program(name, bin("tsc"), ["--project", project, "--noEmit"], { minutes });
      const tally = await types("types of the client", "client/tsconfig.json");
      add(tally, await types("types of the browser tests", "tests/EndToEnd/tsconfig.json"));
      return tally;
    },
  },
  {
    name: "Tests of the scripts",
    group: "checks",
    uses: [],
    run: ({ results, only, minutes }) => {
      const file = join(results, "scripts.tap");
      const report = ["--test-reporter=tap", `--test-reporter-destination=${file}`];
      const options = ["--test", ...report, ...named(only).node, "tests/Scripts/"];
      return program("tests of the scripts", process.execPath, options, { file, read: fromNode, only, minutes });
    },
  },
  { name: "Build the client", group: "browser", makes: "client", run: () => buildClient().then(emptyTally) },
  { name: "Tests of the server", group: "server", uses: ["server"], run: xunit("Server.Tests") },
  {
    name: "Tests of the server on PostGIS",
    group: "server",
    uses: ["server"],
    database: true,
    alone: true,
    run: xunit("Server.IntegrationTests"),
  },
  {
    name: "Tests of operations",
    group: "server",
    uses: ["server"],
    alone: true,
    run: ({ results, only, minutes }) => {
      const file = join(results, "operations.tap");
      const report = ["--test-reporter=tap", `--test-reporter-destination=${file}`];
      const options = ["--test", ...report, ...named(only).node, "tests/Operations/"];
      return program("tests of operations", process.execPath, options, { file, read: fromNode, only, minutes });
    },
  },
  {
    name: "Tests of the client",
    group: "client",
    uses: [],
    run: ({ results, only, minutes }) => {
      const file = join(results, "client.json");
      const report = ["--reporter=json", `--outputFile=${file}`];
      const options = ["run", "--config", "client/vite.config.ts", ...report, ...named(only).vitest];
      return program("tests of the client", bin("vitest"), options, { file, read: fromVitest, only, minutes });
    },
  },
  {
    name: "Tests in the browser",
    group: "browser",
    uses: ["server", "client"],
    database: true,
    alone: true,
    run: async (place) => {
      const file = join(place.results, "browser.json");
      const env = {
        ...testEnv(place),
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        CHROMIUM: chromium(),
        ...(await serveBrowserTests(place)),
      };
      const options = ["test", "--config", "tests/EndToEnd/playwright.config.ts", ...named(place.only).playwright];
      const how = { file, read: fromPlaywright, env, only: place.only, minutes: place.minutes };
      return program("browser tests", bin("playwright"), options, how);
    },
  },
  {
    name: "Tests of the package",
    group: "package",
    uses: ["client"],
    database: true,
    alone: true,
    run: ({ results, only, cluster, minutes }) => {
      const file = join(results, "package.tap");
      const report = ["--test-reporter=tap", `--test-reporter-destination=${file}`];
      const options = ["--test", ...report, ...named(only).node, "tests/Package/"];
      const env = { SPATIALPLAN_PACKAGE_DATABASE: cluster.connection() };
      return program("tests of the package", process.execPath, options, { file, read: fromNode, only, env, minutes });
    },
  },
];

/** The servers that browser tests ask, and what they sign in with. Those on the first one's database wait until it has filled it. */
async function serveBrowserTests(place) {
  const first = serve(place);
  const known = await Promise.all([
    first.then((SPATIALPLAN_URL) => ({ SPATIALPLAN_URL })),
    first.then(async () => ({ SPATIALPLAN_PASSWORD: await firstPassword(place) })),
    first.then(async () => ({ SPATIALPLAN_LARGE_URL: await serve(place, "large", { Plan__LargeCollection: "5" }) })),
    first.then(() => serveUnderPath(place)),
    serveHarbour(place).then((SPATIALPLAN_HARBOUR_URL) => ({ SPATIALPLAN_HARBOUR_URL })),
    serveChanges(place),
  ]);
  return Object.assign({}, ...known);
}

/** The same with a database of its own, in which tests change the plan, and the first password of an account of each role. */
async function serveChanges(place) {
  await place.cluster.add("changes");
  const database = logins(place.cluster, "changes");
  const url = await serve(place, "changes", {}, undefined, database);
  const passwordOf = async (name, role) => /^ {4}(\S+)$/m.exec(await accountVerb(["add", name, role], database))?.[1];
  const roles = ["viewer", "staff", "reviewer", "administrator"];
  const passwords = await Promise.all(roles.map(async (role) => [role, await passwordOf(role, role)]));
  return {
    SPATIALPLAN_CHANGES_URL: url,
    SPATIALPLAN_FIRST_PASSWORDS: JSON.stringify(Object.fromEntries(passwords)),
  };
}

/** Of the account `root`, an administrator, with which a test of the browser signs in for the first time. */
async function firstPassword(place) {
  const told = await accountVerb(["add", "root", "administrator"], logins(place.cluster));
  return /^ {4}(\S+)$/m.exec(told)?.[1];
}

/** The same behind nginx under a path of its own, by two ways: the proxy takes the path off, or passes it on. */
async function serveUnderPath(place) {
  const port = await freePort();
  const folder = join(place.results, "proxy");
  const { takesOff, passesOn } = await startProxy({ folder, target: `http://127.0.0.1:${port}` });
  await serve(place, "under-path", { Plan__PublicUrl: takesOff, Plan__LargeCollection: "5" }, port);
  return { SPATIALPLAN_TAKES_OFF: takesOff, SPATIALPLAN_PASSES_ON: passesOn };
}

/** The same server with another package, in a database of its own. */
async function serveHarbour(place) {
  const folder = at("tests", "packages", "harbour");
  const name = databaseName({ PLAN_PACKAGE: folder });
  await place.cluster.add(name);
  return serve(place, "harbour", { PLAN_PACKAGE: folder, PLAN_DOCUMENT: "" }, undefined, logins(place.cluster, name));
}

/**
 * The real server on the throw-away cluster, once for everything that asks it; under another name a second one with
 * other settings, on the same database or on another.
 */
export async function serve(
  place,
  name = "server",
  settings = {},
  onPort = undefined,
  database = logins(place.cluster),
) {
  place.urls ??= {};
  if (!place.urls[name]) {
    const port = onPort ?? (await freePort());
    const server = startServer({
      port,
      database,
      env: { ...testEnv(place), ...settings },
      name: `test-${name}`,
    });
    atEnd(server.stop);
    await server.ready();
    place.urls[name] = `http://localhost:${port}`;
  }
  return place.urls[name];
}
