import { buildClient, buildServer, makeTables, restoreNpm } from "./build.mjs";
import { keepAlive, openDatabase } from "./database.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { ensurePackages, needs } from "./packages.mjs";
import { checkPrerequisites } from "./prerequisites.mjs";
import { step } from "./say.mjs";
import { serverVerb } from "./server.mjs";
import { inTurn } from "./turn.mjs";

/** Everything between a fresh clone and a server that can be started; answers with the database to use. */
export async function prepare({ client }) {
  checkPrerequisites();
  const database = await inTurn(async () => {
    await ensurePackages(process.env.ConnectionStrings__Plan ? [] : [needs.database], [needs.gdal]);
    await step("Install the npm packages", restoreNpm);
    await step("Make the tables of characters", makeTables);
    await step("Build the server", buildServer);
    if (client) await step("Build the client", buildClient);
    const database = await openDatabase();
    await fill(database);
    return database;
  });
  if (database.own) keepAlive(database.own);
  return database;
}

/** Migrations and gis-data, when either changed since this private database last saw them; the server checks again by itself. */
async function fill({ own, ...database }) {
  const now = fingerprint(["server/Database", "server/GisData", "gis-data"]);
  if (own && own.record().filled === now) return;
  await step("Migrate the database", () =>
    serverVerb("Migrating the database", ["migrate"], database).then(() => undefined),
  );
  await step("Load gis-data", () =>
    serverVerb("Loading gis-data", ["load", process.env.Plan__GisData ?? "../gis-data"], database).then(
      () => undefined,
    ),
  );
  own?.remember({ filled: now });
}
