import { basename, relative, resolve } from "node:path";
import { buildClient, buildServer, makeTables, restoreNpm } from "./build.mjs";
import { keepAlive, openDatabase } from "./database.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { ensurePackages, needs } from "./packages.mjs";
import { at, root } from "./paths.mjs";
import { filledNote, planPackage } from "./plan-package.mjs";
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

/** Migrations, gis-data and the text of the plan, when any changed since this private database last saw them. */
async function fill({ own, ...database }) {
  const now = filledFrom();
  const note = filledNote();
  if (own && own.record()[note] === now) return;
  await step("Migrate the database", () =>
    serverVerb("Migrating the database", ["migrate"], database).then(() => undefined),
  );
  const folder = planPackage();
  await step(`Load ${basename(folder)}`, () =>
    serverVerb(`Loading ${folder}`, ["load", folder], database).then(() => undefined),
  );
  own?.remember({ [note]: now });
}

/** All that decides what is in the database: a server without the owner's login does not look for changes by itself. */
export function filledFrom(env = process.env) {
  const named = ["Plan__GisData", "Plan__Document", "PLAN_DOCUMENT"].map((name) => env[name] ?? "");
  const files = named.filter(Boolean).map((path) => resolve(at("server"), path));
  const places = [planPackage(env), ...files].map((path) => relative(root, path));
  return fingerprint(
    [
      "server/Catalogue",
      "server/Checks",
      "server/Database",
      "server/GisData",
      "server/PlanText",
      "server/appsettings.json",
      ...places,
    ],
    [planPackage(env), ...named].join("\n"),
  );
}
