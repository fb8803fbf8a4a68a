import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alive } from "./cluster-files.mjs";
import { runtime } from "./paths.mjs";
import { say } from "./say.mjs";
import { atEnd } from "./shutdown.mjs";

const lock = join(runtime, "preparing");

/** One command at a time installs, builds and makes the cluster in a checkout; a second one waits for its turn. */
export async function inTurn(work) {
  mkdirSync(runtime, { recursive: true, mode: 0o755 });
  let told = false;
  while (!take()) {
    const holder = Number.parseInt(read(), 10);
    if (!alive(holder)) rmSync(lock, { force: true });
    else if (!told) {
      told = true;
      say(`Another command prepares this checkout (process ${holder}); waiting for it.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => read() === String(process.pid) && rmSync(lock, { force: true });
  atEnd(release);
  try {
    return await work();
  } finally {
    release();
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function read() {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return "";
  }
}
