import { options } from "./lib/options.mjs";
import { checkPort, wantedPort } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { startServer, withoutOwner } from "./lib/server.mjs";
import { atEnd, isEnding, main } from "./lib/shutdown.mjs";

/** `npm start`: from a clone to the map. A second start skips whatever is unchanged. */
await main(async ({ interruptIsFine }) => {
  const usage = "npm start [-- --port <number>] [--yes, to install what is missing without asking]";
  const { values } = options(usage, { port: { type: "string" }, yes: { type: "boolean" } });
  const port = wantedPort(values);
  await checkPort(port);
  const database = await prepare({ client: true });
  const server = startServer({ port, database: withoutOwner(database) });
  atEnd(server.stop);
  await step("Start the server", () => server.ready());
  interruptIsFine();
  say(`\nSpatialPlan is at http://localhost:${port}   (Ctrl-C stops it; log: ${server.log})`);
  // Said until somebody has done it: there is no account, and no password, that is there by itself.
  if (database.own && !database.own.record().accounts)
    say("Whoever wants to change the plan signs in. The first account: npm run account -- add <name> administrator");
  const how = await server.exited;
  if (!isEnding()) throw new Stop(`The server ended (${how}); its log is ${server.log}.`);
});
