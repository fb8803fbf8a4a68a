import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { dotnetEnv } from "./build.mjs";
import { at, logs, serverDll } from "./paths.mjs";
import { packageEnv } from "./plan-package.mjs";
import { has, lastLines, must, run } from "./run.mjs";
import { Stop } from "./say.mjs";

const weekMs = 7 * 24 * 3_600_000;

/**
 * The settings with which the server meets a database; `database` comes from the private cluster or the environment. What is
 * not there is empty, so that a login of this environment does not take its place.
 */
export const serverEnv = ({ plan = "", staff = "", public: reader = "" }) => ({
  ...dotnetEnv,
  ConnectionStrings__Plan: plan,
  ConnectionStrings__PlanStaff: staff,
  ConnectionStrings__PlanPublic: reader,
});

/**
 * What a server needs that sets nothing up: where staff and the public have logins of their own, not that of the owner. Test
 * collections are loaded by the owner, and taken away by it at the first start without them.
 */
export function withoutOwner(database, env = process.env) {
  const tests = Boolean(env.Plan__TestCollections);
  const had = database.own?.record().testCollections ?? false;
  if (tests !== had) database.own?.remember({ testCollections: tests });
  return database.staff && database.public && !tests && !had ? { ...database, plan: undefined } : database;
}

/** A verb of the server that does its work and ends: migrate, load <dir>. */
export const serverVerb = (doing, verb, database) =>
  must(doing, "dotnet", [serverDll, ...verb], { cwd: at("server"), env: serverEnv(database) });

/** The verb account, whose answer may hold a password: it is in no log. */
export async function accountVerb(words, database) {
  const env = { ...serverEnv(database), Logging__LogLevel__Default: "Error" };
  const { code, text } = await run("dotnet", [serverDll, "account", ...words], { cwd: at("server"), env });
  if (code !== 0) throw new Stop(text.trim());
  return text.trim();
}

/** Serves on a port until stopped; `env` adds settings, `watch` rebuilds on every change. */
export function startServer({ port, database, env = {}, watch = false, name = "server" }) {
  const log = newLog(name, port);
  const output = openSync(log, "w");
  const command = watch
    ? ["dotnet", "watch", "--non-interactive", "run", "--no-launch-profile"]
    : ["dotnet", serverDll];
  // Should this script be killed outright, the kernel ends the server with it.
  if (has("setpriv")) command.unshift("setpriv", "--pdeathsig", "TERM");
  const child = spawn(command[0], command.slice(1), {
    cwd: at("server"),
    detached: true,
    env: {
      ...process.env,
      ...serverEnv(database),
      ...packageEnv(),
      Plan__MigrateAndLoadAtStart: String(Boolean(database.plan)),
      ASPNETCORE_URLS: `http://localhost:${port}`,
      ...env,
    },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let ended = false;
  exited.then(() => (ended = true));
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It ended by itself in the meantime.
    }
  };
  return {
    log,
    pid: child.pid,
    exited,
    async ready(seconds = 90) {
      const until = Date.now() + seconds * 1000;
      while (!(await answers(`http://127.0.0.1:${port}/health/ready`))) {
        if (ended)
          throw new Stop(
            `The server ended (${await exited}). Its log, ${log}, ends with:\n${lastLines(readFileSync(log, "utf8"), 20)}`,
          );
        if (Date.now() > until)
          throw new Stop(
            `The server was not ready within ${seconds} s. Its log, ${log}, ends with:\n${lastLines(readFileSync(log, "utf8"), 20)}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 80));
      }
    },
    async stop() {
      if (ended) return;
      signal("SIGTERM");
      const late = setTimeout(() => signal("SIGKILL"), 10_000);
      await exited;
      clearTimeout(late);
    },
  };
}

/** One a port: a second server of this checkout leaves the log of the first one alone. Those of last week go. */
export function newLog(name, port, folder = logs) {
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(folder).filter((file) => /^\S*-\d+\.log$/.test(file))) {
    const path = join(folder, other);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > weekMs)
      rmSync(path, { force: true });
  }
  return join(folder, `${name}-${port}.log`);
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
