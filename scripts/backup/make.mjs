import { dirname } from "node:path";
import { checkRoom } from "../lib/cluster-files.mjs";
import { libpq, tool } from "../lib/libpq.mjs";
import { lastLines, run } from "../lib/run.mjs";
import { Stop } from "../lib/say.mjs";
import { version } from "../lib/version.mjs";
import { refuseExisting, writeManifest, writeWhole } from "./file.mjs";
import { hold, inventory } from "./inventory.mjs";
import { inSession } from "./session.mjs";

/** Without indexes, which are made anew; packed it is less. */
const largest = "select sum(pg_table_size(oid)) from pg_class where relkind = 'r'";

/**
 * Writes a backup of the whole database at one moment, while others read and write, and answers with its manifest. `address`
 * is of a login that may read all of it: the owner or a superuser. Logins belong to the server of the database and are not
 * in it; what the roles may do is.
 */
export async function makeBackup(address, file) {
  refuseExisting(file);
  return inSession(address, async (session) => {
    if ((await session.ask("select to_regclass('public.schema_migration_lock') is not null")) !== "t")
      throw new Stop("This database holds no plan yet, so that there is nothing to back up: npm start makes one.");
    const megabytes = Math.ceil(Number(await session.ask(largest)) / 1e6);
    checkRoom(dirname(file), megabytes);
    const snapshot = await hold(session);
    const found = await inventory(session);
    await writeWhole(file, (descriptor) => dump(address, snapshot, descriptor));
    return writeManifest(file, { application: version, made_at: new Date().toISOString(), ...found });
  });
}

async function dump(address, snapshot, descriptor) {
  const { code, signal, stderr } = await run(
    tool("pg_dump"),
    ["--format=custom", "--compress=3", `--snapshot=${snapshot}`],
    { env: libpq(address), to: descriptor },
  );
  if (code !== 0)
    throw new Stop(`pg_dump failed (${signal ?? `exit code ${code}`}); no backup was made.\n${lastLines(stderr, 5)}`);
}
