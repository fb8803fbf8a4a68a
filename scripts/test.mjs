import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeTables, restoreNpm } from "./lib/build.mjs";
import { claim, holder } from "./lib/claim.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { number, options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { at, runtime } from "./lib/paths.mjs";
import { planDocument } from "./lib/plan-document.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { runStages } from "./lib/schedule.mjs";
import { atEnd, main } from "./lib/shutdown.mjs";
import { defaultLimit, stages } from "./lib/stages.mjs";
import { report } from "./lib/tally.mjs";
import { inTurn } from "./lib/turn.mjs";

const testsRun = (who) =>
  `Tests run in this checkout already (${who?.command ?? "a command"}, process ${who?.pid ?? "unknown"}); wait for them, or use another checkout.`;

/**
 * `npm test`: everything, on a throw-away cluster. `npm test -- server client` runs only these groups (checks,
 * server, client, browser, package); `npm test -- server --grep "facet|bbox"` only the tests with one of these in their name.
 */
await main(async () => {
  const usage =
    "npm test [-- checks | server | client | browser | package …] [--grep <text|text>] [--limit <minutes a stage>] [--yes]";
  const text = { type: "string" };
  const known = [...new Set(stages.map(({ group }) => group))];
  const { values, positionals } = options(usage, { grep: text, limit: text, yes: { type: "boolean" } }, known.length);
  const minutes = number(usage, values.limit ?? String(defaultLimit), { least: 1, most: 600 });
  const groups = positionals.length > 0 ? positionals : known;
  const unknown = groups.find((name) => !stages.some(({ group }) => group === name));
  if (unknown)
    throw new Stop(
      `There is no group of tests named ${unknown}: there are checks, server, client, browser and package.`,
    );
  const wanted = stages.filter(({ group }) => groups.includes(group));
  const chosen = stages.filter(
    (stage) => wanted.includes(stage) || wanted.some(({ uses }) => uses?.includes(stage.makes)),
  );
  mkdirSync(runtime, { recursive: true, mode: 0o755 });
  // Two runs in one checkout would delete each other's results and count what the other one has written.
  const running = join(runtime, "testing");
  const own = claim(running);
  if (!own) throw new Stop(testsRun(holder(running)));
  atEnd(own);
  checkPrerequisites();
  const browser = groups.includes("browser") ? [needs.browser, needs.chineseFont, needs.proxy] : [];
  const exports = groups.includes("server") ? [needs.gdal] : [];
  const cluster = await inTurn(async () => {
    await ensurePackages([needs.database, ...exports, ...browser]);
    await step("Install the npm packages", restoreNpm);
    await step("Make the tables of characters", makeTables);
    if (!chosen.some(({ database }) => database)) return undefined;
    const cluster = privateCluster({ throwAway: true, inMemory: true });
    atEnd(cluster.leave);
    await step("Start a throw-away database", cluster.start);
    return cluster;
  });
  say(`› The text of the plan … ${planDocument() ?? "is not here: what needs it is skipped"}`);
  const results = at("tests", "test-results");
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const tally = await runStages(chosen, { cluster, results, only: values.grep, minutes });
  if (values.grep && tally.passed + tally.failed.length + tally.skipped.length === 0)
    tally.failed.push({ name: values.grep, message: `no test of ${groups.join(", ")} has this in its name` });
  return report(tally);
});
