import { checkRoom } from "../lib/cluster-files.mjs";
import { databaseOf } from "../lib/libpq.mjs";
import { filledNote } from "../lib/plan-package.mjs";
import { Stop, step } from "../lib/say.mjs";
import { serverVerb } from "../lib/server.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { beside } from "./beside.mjs";
import { checkBackup, fillFrom, refuseOlderServer } from "./check.mjs";
import { differences, hold, inventory } from "./inventory.mjs";
import { inSession } from "./session.mjs";

/** A restored database is as large as the one that was saved, and its indexes are sorted beside it. */
const room = 1.5;

/**
 * Puts a backup in the place of a database: the file is checked, restored into a database beside, compared with its
 * manifest, migrated, and only then takes the name. Until then what is there serves on as it is, and afterwards it is kept
 * beside. Answers with the manifest and that name, `before`; undefined where it was only verified.
 */
export async function restoreBackup(database, file, { verifyOnly = false, said = step } = {}) {
  const { manifest, list } = await said("Check the file", () => checkBackup(file));
  const place = beside(database, databaseOf(database.plan));
  refuseOlderServer(manifest, await place.major());
  if (database.own) checkRoom(database.own.files.home, Math.ceil((room * manifest.bytes) / 1e6));
  let isInPlace = false;
  atEnd(() => (isInPlace ? undefined : place.drop()));
  try {
    await said(`Restore into ${place.name}`, async () => {
      await place.make();
      await fillFrom(file, list, place);
    });
    await said("Compare it with the manifest", () => compare(place.address, manifest));
    await said("Migrate it", () =>
      serverVerb("Migrating the restored database", ["migrate"], { plan: place.plan }).then(() => undefined),
    );
    if (verifyOnly) return { manifest };
    const before = await said("Put it in its place", () => place.takeItsPlace());
    isInPlace = true;
    // Whether it holds this checkout's package the next start finds out.
    database.own?.remember({
      [filledNote()]: undefined,
      ...(manifest.tables["account.account"].rows > 0 ? { accounts: true } : {}),
    });
    return { manifest, before };
  } finally {
    if (!isInPlace) await place.drop();
  }
}

async function compare(address, manifest) {
  const found = await inSession(address, async (session) => {
    await hold(session);
    return inventory(session);
  });
  const faults = differences(manifest, found);
  if (faults.length > 0)
    throw new Stop(
      `What was restored is not what was saved: ${faults.slice(0, 5).join("; ")}${faults.length > 5 ? ` and ${faults.length - 5} more` : ""}. What was there is as it was.`,
    );
}
