import { spawnSync } from "node:child_process";
import { refuseSudo } from "./lib/account.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { hasCluster } from "./lib/cluster-home.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run db`: the private database goes on running between starts. `-- stop`, `-- status`, `-- psql`. */
const verbs = {
  async start() {
    refuseSudo();
    await ensurePackages([needs.database]);
    const cluster = privateCluster();
    await step("Start the private database", cluster.start);
    cluster.keep();
    // It stays: this command is not one of its users.
    await cluster.leave();
    say(`It runs until \`npm run db -- stop\`. Connection: ${cluster.connection()}`);
    return 0;
  },
  async stop() {
    const cluster = privateCluster();
    say((await cluster.stop()) ? "The private database has stopped." : "The private database was not running.");
    return 0;
  },
  status() {
    const cluster = privateCluster();
    const pid = cluster.running();
    say(
      pid
        ? `The private database runs (process ${pid}${cluster.isKept() ? ", kept by npm run db" : ""}): ${cluster.connection()}`
        : `The private database in ${cluster.files.home} is not running.`,
    );
    return pid ? 0 : 1;
  },
  psql() {
    const cluster = privateCluster();
    const [command, args] = cluster.psql("spatialplan");
    return spawnSync(command, args, { stdio: "inherit", cwd: "/", ...cluster.account }).status ?? 1;
  },
};

await main(async () => {
  const usage = "npm run db [-- start | stop | status | psql] [--yes]";
  const [verb = "start"] = options(usage, { yes: { type: "boolean" } }, 1).positionals;
  if (!Object.hasOwn(verbs, verb)) throw new Stop(`There is no "${verb}". Use: ${usage}`);
  if (verb !== "start" && !hasCluster()) {
    say("There is no private database yet: npm start or npm run db makes it.");
    return verb === "stop" ? 0 : 1;
  }
  return verbs[verb]();
});
