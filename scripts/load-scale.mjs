import { spawnSync } from "node:child_process";
import { fill } from "./bench/fill.mjs";
import { buildServer } from "./lib/build.mjs";
import { openDatabase } from "./lib/database.mjs";
import { number, options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { at } from "./lib/paths.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { say, step } from "./lib/say.mjs";
import { serverVerb } from "./lib/server.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run load-scale -- 1000000`: fills the running installation with that many sample projects; 0 takes them out again. */
await main(async () => {
  const usage = "npm run load-scale [-- <number of projects, 0 to 2000000>] [--yes]";
  const [given = "1000000"] = options(usage, { yes: { type: "boolean" } }, 1).positionals;
  const projects = number(usage, given, { least: 0, most: 2_000_000 });
  // The samples are projects of the plan.
  delete process.env.PLAN_PACKAGE;
  checkPrerequisites();
  if (spawnSync("psql", ["--version"]).status !== 0) await ensurePackages([needs.database]);
  const database = await openDatabase();
  await step("Build the server", buildServer);
  await step("Migrate and load", () =>
    serverVerb("Loading the plan", ["load", at("gis-data")], database).then(() => undefined),
  );
  await step(`Fill with ${projects} projects`, () => fill(database.plan, projects));
  say(
    projects > 0 ? "Open the map; npm run load-scale -- 0 takes the samples out again." : "The samples are out again.",
  );
  return 0;
});
