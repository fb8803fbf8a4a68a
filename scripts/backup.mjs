import { resolve } from "node:path";
import { makeBackup } from "./backup/make.mjs";
import { refuseSudo } from "./lib/account.mjs";
import { openDatabase } from "./lib/database.mjs";
import { databaseOf } from "./lib/libpq.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { at, root } from "./lib/paths.mjs";
import { say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run backup [-- <file>]`: the whole database at one moment into a file, with what it takes to verify it beside. */
await main(async () => {
  const usage =
    "npm run backup [-- <file>] [--yes]; without a file it is named after the moment, in the folder backups";
  const [named] = options(usage, { yes: { type: "boolean" } }, 1).positionals;
  refuseSudo();
  await ensurePackages([needs.database]);
  const database = await openDatabase();
  const name = databaseOf(database.plan);
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const file = named ? resolve(process.env.INIT_CWD ?? root, named) : at("backups", `${name}-${moment}.backup`);
  const address = database.own ? database.own.connection(database.own.superuser, name) : database.plan;
  let manifest;
  await step(`Back up ${name}`, async () => {
    manifest = await makeBackup(address, file);
  });
  const features = Object.values(manifest.collections).reduce((sum, one) => sum + one.features, 0);
  say(
    `Written to ${file} and ${file}.json: revision ${manifest.revision}, ${features} features, ${Object.keys(manifest.tables).length} tables, ${(manifest.dump.bytes / 1e6).toFixed(1)} MB. They hold accounts: keep them where nobody else reads, both together, and on another disk.`,
  );
  return 0;
});
