import { spawn } from "node:child_process";
import { vite } from "./lib/build.mjs";
import { options } from "./lib/options.mjs";
import { root } from "./lib/paths.mjs";
import { checkPort, freePort, wantedPort } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { startServer, withoutOwner } from "./lib/server.mjs";
import { atEnd, isEnding, main } from "./lib/shutdown.mjs";

/** `npm run dev`: npm start with the client from Vite, changed in the browser as it is edited. `-- --watch` rebuilds the server too. */
await main(async ({ interruptIsFine }) => {
  const usage = "npm run dev [-- --port <number>] [--watch, to rebuild the server too] [--yes]";
  const flag = { type: "boolean" };
  const { values } = options(usage, { port: { type: "string" }, watch: flag, yes: flag });
  const port = wantedPort(values);
  await checkPort(port);
  const database = await prepare({ client: false });
  const vitePort = await freePort();
  const client = startVite(vitePort);
  const env = { ASPNETCORE_ENVIRONMENT: "Development", Spa__DevServer: `http://127.0.0.1:${vitePort}` };
  const serving = withoutOwner(database);
  // A server that is built again on every change migrates what has changed.
  const server = startServer({
    port,
    database: values.watch ? database : serving,
    env,
    watch: values.watch,
    name: "dev-server",
  });
  atEnd(server.stop);
  await step("Start the server", () => server.ready(180));
  interruptIsFine();
  say(
    `\nSpatialPlan is at http://localhost:${port} , changing as you edit client/   (Ctrl-C stops it; log: ${server.log})`,
  );
  const how = await Promise.race([server.exited, client]);
  if (!isEnding()) throw new Stop(`It ended (${how}); the log of the server is ${server.log}.`);
});

/** Vite's own messages, errors in edited files first of all, belong on the terminal. */
function startVite(port) {
  const options = [
    "--config",
    "client/vite.config.ts",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--strictPort",
    "--logLevel",
    "warn",
  ];
  const child = spawn(process.execPath, [vite, ...options], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(`Vite, exit code ${code}`)));
  atEnd(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  return exited;
}
