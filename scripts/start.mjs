import { checkPort, wantedPort } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { startServer } from "./lib/server.mjs";
import { atEnd, isEnding, main } from "./lib/shutdown.mjs";

/** `npm start`: from a clone to the map. A second start skips whatever is unchanged. */
await main(async ({ interruptIsFine }) => {
  const port = wantedPort();
  await checkPort(port);
  const database = await prepare({ client: true });
  const server = startServer({ port, database });
  atEnd(server.stop);
  await step("Start the server", () => server.ready());
  interruptIsFine();
  say(`\nSpatialPlan is at http://localhost:${port}   (Ctrl-C stops it; log: ${server.log})`);
  const how = await server.exited;
  if (!isEnding()) throw new Stop(`The server ended (${how}); its log is ${server.log}.`);
});
