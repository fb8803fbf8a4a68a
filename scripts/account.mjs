import { buildServer } from "./lib/build.mjs";
import { openDatabase } from "./lib/database.mjs";
import { options } from "./lib/options.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { accountVerb, serverVerb } from "./lib/server.mjs";
import { main } from "./lib/shutdown.mjs";
import { inTurn } from "./lib/turn.mjs";

/** `npm run account`: who may sign in. The words are those of the server's verb `account`. */
await main(async () => {
  const usage =
    "npm run account -- add <name> <role> … | list | role <name> <role> … | department <name> [<department> …] | reset <name> | disable <name> | enable <name>; roles are viewer, staff, reviewer, administrator";
  const { positionals } = options(usage, {}, 9);
  if (positionals.length === 0) throw new Stop(`Use: ${usage}`);
  const database = await inTurn(async () => {
    await step("Build the server", buildServer);
    const database = await openDatabase();
    await step("Migrate the database", () =>
      serverVerb("Migrating the database", ["migrate"], database).then(() => undefined),
    );
    return database;
  });
  say(await accountVerb(positionals, database));
  database.own?.remember({ accounts: true });
  return 0;
});
