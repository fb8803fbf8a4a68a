import { chmodSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { buildServer } from "./lib/build.mjs";
import { openDatabase } from "./lib/database.mjs";
import { options } from "./lib/options.mjs";
import { at, serverDll } from "./lib/paths.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { run } from "./lib/run.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { serverEnv } from "./lib/server.mjs";
import { main } from "./lib/shutdown.mjs";

/**
 * `npm run enquiries -- list`, `-- export enquiries.csv` (or .json), `-- delete 7K3M-9PQR`: what investors wrote through
 * the form. The file is of persons: only who runs the command may read it.
 */
const usage = "npm run enquiries -- list | export <file.csv or file.json> | delete <reference>";

await main(async () => {
  const [verb, what, ...rest] = options(usage, {}, 2).positionals;
  const words = wordsOf(verb, what);
  if (!words || rest.length > 0)
    throw new Stop(`"${[verb, what].filter(Boolean).join(" ")}" says nothing to this command. Use: ${usage}`);
  checkPrerequisites();
  const database = await openDatabase();
  await step("Build the server", buildServer);
  // not by `must`, whose log would keep what was written for longer than was promised
  const how = { cwd: at("server"), env: serverEnv(database) };
  const { code, stdout, stderr } = await run("dotnet", [serverDll, "enquiries", ...words], how);
  if (code !== 0) throw new Stop(stderr.trim());
  if (verb !== "export") say(stdout.trimEnd());
  else {
    writeFileSync(what, stdout, { mode: 0o600 });
    chmodSync(what, 0o600);
    say(`Written to ${what}.`);
  }
  return 0;
});

/** The words of the server's verb; undefined where these say nothing to it. */
function wordsOf(verb, what) {
  if (verb === "list" && what === undefined) return ["list"];
  if (verb === "delete" && what) return ["delete", what];
  const format = extname(what ?? "").slice(1);
  return verb === "export" && ["csv", "json"].includes(format) ? ["export", format] : undefined;
}
