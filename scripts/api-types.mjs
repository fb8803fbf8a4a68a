import { writeFileSync } from "node:fs";
import { fresh, target } from "./lib/api-types.mjs";
import { options } from "./lib/options.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run api-types`: the types of the client for the answers of `/api`, from its description. */
await main(async () => {
  options("npm run api-types");
  writeFileSync(target, fresh());
  return 0;
});
