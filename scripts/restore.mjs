import { resolve } from "node:path";
import { checkBackup } from "./backup/check.mjs";
import { restoreBackup } from "./backup/restore.mjs";
import { buildServer } from "./lib/build.mjs";
import { openDatabase } from "./lib/database.mjs";
import { databaseOf } from "./lib/libpq.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { root } from "./lib/paths.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";
import { inTurn } from "./lib/turn.mjs";

/** `npm run restore -- <file>`: a backup in the place of the database, once it is verified. `--verify` does that alone. */
await main(async () => {
  const usage = "npm run restore -- <file> [--verify, to change nothing] [--yes]";
  const { values, positionals } = options(usage, { verify: { type: "boolean" }, yes: { type: "boolean" } }, 1);
  if (positionals.length === 0) throw new Stop(`Which backup? Use: ${usage}`);
  const file = resolve(process.env.INIT_CWD ?? root, positionals[0]);
  checkPrerequisites();
  return inTurn(async () => {
    await ensurePackages([needs.database]);
    // Before anything is built or started: most of what is wrong with a file is seen here.
    await checkBackup(file);
    await step("Build the server", buildServer);
    const database = await openDatabase();
    const { manifest, before } = await restoreBackup(database, file, { verifyOnly: values.verify });
    const what = `revision ${manifest.revision} of ${manifest.made_at}, ${Object.keys(manifest.tables).length} tables`;
    say(
      values.verify
        ? `${file} can be restored: ${what}. Nothing was changed.`
        : `${databaseOf(database.plan)} is that of the backup: ${what}. A server that runs has been told and goes on with it. What was there is kept as the database ${before}; when you need it no more: drop database ${before}.`,
    );
    return 0;
  });
});
