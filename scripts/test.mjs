import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { makeTables, restoreNpm } from "./lib/build.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { at } from "./lib/paths.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { explain, Stop, step } from "./lib/say.mjs";
import { atEnd, isEnding, main } from "./lib/shutdown.mjs";
import { stages } from "./lib/stages.mjs";
import { add, emptyTally, report, words } from "./lib/tally.mjs";
import { inTurn } from "./lib/turn.mjs";

/**
 * `npm test`: everything, on a throw-away cluster. `npm test -- server client` runs only these groups (checks,
 * server, client, browser); `npm test -- server --grep "facet|bbox"` only the tests with one of these in their name.
 */
await main(async () => {
  const { values, positionals } = parseArgs({
    options: { grep: { type: "string" }, yes: { type: "boolean" } },
    allowPositionals: true,
  });
  const groups = positionals.length > 0 ? positionals : ["checks", "server", "client", "browser"];
  const unknown = groups.find((name) => !stages.some(({ group }) => group === name));
  if (unknown)
    throw new Stop(`There is no group of tests named ${unknown}: there are checks, server, client and browser.`);
  const wanted = stages.filter(({ group }) => groups.includes(group));
  const chosen = stages.filter(
    (stage) => wanted.includes(stage) || wanted.some(({ uses }) => uses?.includes(stage.makes)),
  );
  checkPrerequisites();
  const browser = groups.includes("browser") ? [needs.browser, needs.chineseFont] : [];
  const exports = groups.includes("server") ? [needs.gdal] : [];
  const cluster = await inTurn(async () => {
    await ensurePackages([needs.database, ...exports, ...browser]);
    await step("Install the npm packages", restoreNpm);
    await step("Make the tables of characters", makeTables);
    if (!chosen.some(({ database }) => database)) return undefined;
    const cluster = privateCluster({ throwAway: true });
    atEnd(cluster.leave);
    await step("Start a throw-away database", cluster.start);
    return cluster;
  });
  const results = at("tests", "test-results");
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const tally = await runStages(chosen, { cluster, results, only: values.grep });
  if (values.grep && tally.passed + tally.failed.length + tally.skipped.length === 0)
    tally.failed.push({ name: values.grep, message: `no test of ${groups.join(", ")} has this in its name` });
  return report(tally);
});

/** One after the other: two cores are soon full. A stage that cannot run counts as a failure. */
async function runStages(chosen, place) {
  const total = emptyTally();
  const broken = new Set();
  for (const stage of chosen) {
    if (isEnding()) break;
    const missing = stage.uses?.find((build) => broken.has(build));
    await step(stage.name, async () => {
      const tally = missing
        ? failure(stage, `not run: the build of the ${missing} failed`)
        : await stage.run(place).catch((error) => failure(stage, explain(error)));
      if (stage.makes && tally.failed.length > 0) broken.add(stage.makes);
      add(total, tally);
      return stage.uses ? words(tally) : tally.failed.length > 0 ? "failed" : undefined;
    });
  }
  return total;
}

function failure({ name }, message) {
  return { ...emptyTally(), failed: [{ name, message }] };
}
