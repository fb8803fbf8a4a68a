import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { claim, holder } from "./claim.mjs";
import { runtime } from "./paths.mjs";
import { say } from "./say.mjs";
import { atEnd } from "./shutdown.mjs";

/** One command at a time installs, builds and makes the cluster in a checkout; a second one waits for its turn. */
export async function inTurn(work, lock = join(runtime, "preparing")) {
  mkdirSync(runtime, { recursive: true, mode: 0o755 });
  let told = false;
  let release = claim(lock);
  while (!release) {
    const other = told ? undefined : holder(lock);
    if (other) say(`Another command prepares this checkout (${other.command}, process ${other.pid}); waiting for it.`);
    told ||= other !== undefined;
    await new Promise((resolve) => setTimeout(resolve, 300));
    release = claim(lock);
  }
  atEnd(release);
  try {
    return await work();
  } finally {
    release();
  }
}
