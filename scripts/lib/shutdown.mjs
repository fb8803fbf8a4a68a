import { readFileSync } from "node:fs";
import { forgetOthers } from "./environment.mjs";
import { endRunning } from "./run.mjs";
import { explain } from "./say.mjs";

const tasks = [];
let ending;

/** Registers what has to be undone when the command ends, in whatever way; the last one registered goes first. */
export const atEnd = (task) => tasks.push(task);

export function end(code) {
  ending ??= (async () => {
    await endRunning();
    while (tasks.length > 0) {
      try {
        await tasks.pop()();
      } catch (error) {
        console.error(explain(error));
        code ||= 1;
      }
    }
    process.exit(code);
  })();
  return ending;
}

export const isEnding = () => ending !== undefined;

/** The frame of every command: signals and failures lead to the same clean end. */
export async function main(work, { interrupted = 130 } = {}) {
  forgetOthers();
  let codeOnSignal = interrupted;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(codeOnSignal));
  watchNpm();
  try {
    const code = await work({ interruptIsFine: () => (codeOnSignal = 0) });
    if (code !== undefined) await end(code);
  } catch (error) {
    if (isEnding()) return;
    console.error(`\n${explain(error)}`);
    await end(1);
  }
}

/** npm passes Ctrl-C on, but when npm itself is killed nobody tells us: other ancestors are the only sign. */
function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && end(1), 2000).unref();
}

/** Our parent and its parent: npm itself, or the shell in which npm runs a script and npm. */
function ancestors() {
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ")[1].split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}
