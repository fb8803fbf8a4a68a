import { runVite } from "./lib/build.mjs";
import { options } from "./lib/options.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run build:client`: the client into client/dist, whether it changed or not. */
await main(async () => {
  options("npm run build:client");
  await runVite({ show: true });
  return 0;
});
