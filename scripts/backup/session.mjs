import { spawn } from "node:child_process";
import { libpq, tool } from "../lib/libpq.mjs";
import { lastLines } from "../lib/run.mjs";
import { Stop } from "../lib/say.mjs";

/**
 * A connection that stays open between statements, so that they share a transaction: psql, asked through its pipe. `ask`
 * answers with what a statement gives, a line a row; `end` lets go, and what was not committed is undone. A statement that
 * fails ends the session.
 */
export function openSession(address) {
  const child = spawn(tool("psql"), ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"], {
    env: { ...process.env, ...libpq(address), PGTZ: "UTC", PGCLIENTENCODING: "UTF8" },
  });
  let stdout = "";
  let stderr = "";
  let waiting;
  let number = 0;
  const settle = (gone) => {
    if (!waiting) return;
    const end = stdout.indexOf(waiting.mark);
    if (end < 0 && !gone) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    if (end < 0) reject(new Stop(`PostgreSQL refused: ${lastLines(stderr, 5) || "the connection is gone"}`));
    else resolve(stdout.slice(0, end).trimEnd());
    stdout = "";
  };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    settle(false);
  });
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  child.stdin.on("error", () => {});
  let isGone = false;
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.once("error", (error) => (stderr += error.message));
  gone.then(() => {
    isGone = true;
    settle(true);
  });
  return {
    ask(sql) {
      const mark = `\u0001${++number}`;
      return new Promise((resolve, reject) => {
        waiting = { mark: `${mark}\n`, resolve, reject };
        if (isGone) settle(true);
        else child.stdin.write(`${sql};\n\\echo '${mark}'\n`);
      });
    },
    async end() {
      child.stdin.end();
      await gone;
    },
  };
}

/** The statements of one session, whatever becomes of them. */
export async function inSession(address, work) {
  const session = openSession(address);
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}
