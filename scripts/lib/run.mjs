import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { logs, root } from "./paths.mjs";
import { Stop } from "./say.mjs";

const running = new Set();

/** Nothing that a step started outlives the command that was interrupted; initdb, for one, cleans up before it goes. */
export async function endRunning() {
  const ended = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) child.kill("SIGTERM");
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
}

/**
 * Runs a program to its end. `as` = {uid, gid} of another user, `show` = its output goes to the terminal, `to` = a
 * descriptor to which its output goes, `limit` = {ms, signal, graceMs}: after so long it is sent the signal (SIGTERM unless said), and after the grace (5 s unless said)
 * it is killed; `isLate` says so.
 */
export function run(command, args, { cwd = root, env = {}, as, input, show = false, to, limit } = {}) {
  if (limit && !(limit.ms > 0)) throw new TypeError("A limit is {ms, signal, graceMs}.");
  return new Promise((resolve) => {
    const stdin = input !== undefined ? "pipe" : show ? "inherit" : "ignore";
    const out = show ? "inherit" : "pipe";
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [stdin, to ?? out, out],
      ...as,
    });
    running.add(child);
    let isLate = false;
    const timers = [];
    if (limit) {
      const after = (ms, signal) =>
        timers.push(
          setTimeout(() => {
            isLate = true;
            child.kill(signal);
          }, ms),
        );
      const { ms, signal = "SIGTERM", graceMs = 5000 } = limit;
      after(ms, signal);
      after(ms + graceMs, "SIGKILL");
    }
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (stderr += text));
    const end = (code, signal) => {
      running.delete(child);
      for (const timer of timers) clearTimeout(timer);
      resolve({ code, signal, isLate, stdout, stderr, text: `${stdout}${stderr}` });
    };
    child.on("error", (error) => {
      stderr += error.message;
      end(127, null);
    });
    child.on("close", end);
    if (input !== undefined) child.stdin.end(input);
  });
}

/** Runs a program that has to succeed; what it said is kept in the log and its end is shown when it does not. */
export async function must(doing, command, args, options) {
  const result = await run(command, args, options);
  keep(doing, `${command} ${args.join(" ")}\n${result.text}`);
  if (result.code !== 0) {
    const end = options?.show ? "" : `\n${lastLines(result.text)}`;
    throw new Stop(`${doing} failed (${command}, ${result.signal ?? `exit code ${result.code}`}).${end}`);
  }
  return result;
}

export const lastLines = (text, count = 30) => text.trimEnd().split("\n").slice(-count).join("\n");

function keep(doing, text) {
  try {
    mkdirSync(logs, { recursive: true });
    appendFileSync(join(logs, "steps.log"), `--- ${new Date().toISOString()} ${doing}\n${text}\n`);
  } catch {
    // The log is a help, not a condition: a full or read-only disk is reported by the step itself.
  }
}

export const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
