import { spawnSync } from "node:child_process";
import {
  linkSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";

/** A claim of another machine or container, whose processes we do not see, holds as long as it is renewed. */
const renewalMs = 5_000;
const forgottenMs = 60_000;

/**
 * Claims what a file stands for: the file is made, as a whole or not at all, and says who holds it. A claim whose process
 * is gone is taken over. Answers with what gives it back, or undefined when somebody else holds it.
 */
export function claim(path) {
  const mine = JSON.stringify({ ...identity(process.pid), command: commandLine() });
  const draft = `${path}.${process.pid}.${Date.now().toString(36)}`;
  writeFileSync(draft, mine);
  try {
    if (!linked(draft, path) && !(removeStale(path) && linked(draft, path))) return undefined;
  } finally {
    unlinkSync(draft);
  }
  const renewal = setInterval(() => renew(path, mine), renewalMs).unref();
  return () => {
    clearInterval(renewal);
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/** Who holds a claim, {pid, command}; undefined when nobody does. */
export function holder(path) {
  const text = read(path);
  if (text === undefined) return undefined;
  const who = parse(text);
  const runs = who && isRunning(who);
  if (runs === false) return undefined;
  if (runs === undefined && age(path) > forgottenMs) return undefined;
  return who ?? { pid: undefined, command: "a command of an earlier version" };
}

/** What tells a process from another one that is given its number later: when it started, on which boot, in which container. */
export const identity = (pid) => ({ pid, started: startOf(pid), machine });

/** Whether a process is there still; undefined for one that we could not see. */
export function isRunning({ pid, started, machine: where }) {
  if (where !== machine) return undefined;
  return alive(pid) && startOf(pid) === started;
}

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

const machine = (() => {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
})();

/** In ticks since the boot on Linux, as a date elsewhere; undefined when nobody tells us. */
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[19];
  } catch {
    return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || undefined;
  }
}

const commandLine = () =>
  process.env.npm_lifecycle_event
    ? `npm run ${process.env.npm_lifecycle_event}`
    : process.argv.slice(1).join(" ") || "node";

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Takes a claim away whose holder is gone. It may have been taken over at this very moment: then it is put back. */
function removeStale(path) {
  if (holder(path)) return false;
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    return error.code === "ENOENT";
  }
  const isStale = holder(aside) === undefined;
  if (!isStale) linked(aside, path);
  rmSync(aside, { force: true });
  return isStale;
}

function renew(path, mine) {
  try {
    if (read(path) === mine) utimesSync(path, new Date(), new Date());
  } catch {
    // It was taken away with its directory.
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    const who = JSON.parse(text);
    return Number.isInteger(who?.pid) && who.machine ? who : undefined;
  } catch {
    return undefined;
  }
}

const age = (path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
