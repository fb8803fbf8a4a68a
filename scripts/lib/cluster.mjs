import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  addUser,
  checkRoom,
  clearStale,
  clusterFiles,
  keep,
  otherUsers,
  postmaster,
  readRecord,
  trimLog,
  writeRecord,
} from "./cluster-files.mjs";
import { clusterHome, socketDirectory, temporaryHome } from "./cluster-home.mjs";
import { databaseSql, hardeningSql, rolesSql, settings } from "./cluster-setup.mjs";
import { usablePostgres } from "./postgres.mjs";
import { lastLines, run } from "./run.mjs";
import { Stop } from "./say.mjs";

/** Only the name of the socket, nothing listens on it: not 5432, so that no mistake can reach the machine's own cluster. */
export const port = 54320;
const superuser = "spatialplan_admin";

/**
 * The private PostgreSQL + PostGIS of this checkout, or a throw-away one. It has no TCP port: one socket in a
 * directory that only PostgreSQL's user (and root) may enter is the whole of its surface.
 */
export function privateCluster({ throwAway = false, inMemory = false } = {}) {
  const { home, account } = throwAway ? temporaryHome(inMemory) : clusterHome();
  const files = clusterFiles(home, account);
  const madeBy = versionOf(files);
  const postgres = usablePostgres(madeBy);
  if (!postgres && !madeBy) throw new Stop("PostgreSQL with PostGIS is not installed: npm start installs it.");
  if (!postgres)
    throw new Stop(
      `The private database in ${home} was made by PostgreSQL ${madeBy}, which is not installed with PostGIS any more: install it, or delete that directory (gis-data is loaded again; what was drawn there is lost).`,
    );
  const socket = socketDirectory(home, account);
  const cluster = { account, files, postgres, socket, throwAway };
  return {
    ...cluster,
    connection: (user = "spatialplan_owner", database = "spatialplan") =>
      `Host=${socket};Port=${port};Username=${user};Database=${database}`,
    superuser,
    running: () => postmaster(files),
    record: () => readRecord(files),
    remember: (more) => writeRecord(files, { ...readRecord(files), ...more }),
    start: () => start(cluster),
    add: (database) => addDatabase(cluster, database),
    stop: () => stop(cluster),
    leave: () => leave(cluster),
    keep: () => keep(files),
    isKept: () => existsSync(files.kept),
    revive: () => postmaster(files) ?? bringUp(cluster),
    psql: (database) => [
      join(postgres.bin, "psql"),
      ["-X", "-h", socket, "-p", String(port), "-U", superuser, database],
    ],
  };
}

function versionOf(files) {
  if (!readRecord(files)) return undefined;
  const file = join(files.data, "PG_VERSION");
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10);
  } catch (error) {
    throw new Stop(
      `The private database in ${files.home} cannot be used: ${error.message}. Set that right, or move the directory away: then an empty one is made.`,
    );
  }
}

async function start(cluster) {
  const { files } = cluster;
  const finished = readRecord(files) !== undefined;
  checkRoom(files.home, finished ? 50 : 300);
  if (!finished) await create(cluster);
  cluster.removeUser = addUser(files);
  const runs = Boolean(postmaster(files));
  if (!runs) await bringUp(cluster);
  await harden(cluster);
  return !finished ? "made" : runs ? "it runs already" : undefined;
}

/** The logins, and what only a superuser can take away from every login; once, and again when there is more of it. */
async function harden(cluster) {
  const sql = `${rolesSql}\n${hardeningSql()}`;
  const hash = createHash("sha256").update(sql).digest("hex");
  const record = readRecord(cluster.files);
  if (record.hardened === hash) return;
  await tool(cluster, "Preparing the private database", "psql", psqlOptions(cluster, "spatialplan"), sql);
  writeRecord(cluster.files, { ...record, hardened: hash });
}

/** Another database beside that of the plan, for a package of its own. */
async function addDatabase(cluster, name) {
  for (const [database, sql] of [...databaseSql(name), [name, hardeningSql()]])
    await tool(cluster, `Preparing the database of ${name}`, "psql", psqlOptions(cluster, database), sql);
}

const psqlOptions = ({ socket }, database) => [
  ...["-X", "-q", "-v", "ON_ERROR_STOP=1"],
  ...["-h", socket, "-p", String(port), "-U", superuser, database],
];

/** From nothing, or from whatever an interrupted first start left behind. */
async function create(cluster) {
  const { files, account, postgres } = cluster;
  await stop(cluster);
  rmSync(files.data, { recursive: true, force: true });
  // Names sort by code point on every system; macOS has no C.UTF-8.
  const locale = `--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`;
  const options = [
    "-D",
    files.data,
    "-U",
    superuser,
    "--encoding=UTF8",
    locale,
    "--auth-local=trust",
    "--auth-host=reject",
  ];
  await tool(cluster, "Making the private database", "initdb", [
    ...options,
    cluster.throwAway ? "--no-sync" : "--data-checksums",
  ]);
  const own = join(files.data, "spatialplan.conf");
  writeFileSync(own, settings(cluster.socket, port, cluster.throwAway));
  writeFileSync(join(files.data, "postgresql.conf"), "include 'spatialplan.conf'\n", { flag: "a" });
  if (account) chownSync(own, account.uid, account.gid);
  chmodSync(own, 0o600);
  await bringUp(cluster);
  for (const [database, sql] of [["postgres", rolesSql], ...databaseSql("spatialplan")])
    await tool(cluster, "Preparing the private database", "psql", psqlOptions(cluster, database), sql);
  writeRecord(files, { postgres: postgres.major, made: new Date().toISOString() });
}

async function bringUp(cluster) {
  const { files } = cluster;
  clearStale(files);
  trimLog(files);
  // After kill -9 the old backends hold the shared memory for a moment: PostgreSQL says so, and waiting helps.
  for (let attempt = 1; ; attempt++) {
    const result = await pg(cluster, "pg_ctl", ["-D", files.data, "-l", files.log, "-w", "-t", "120", "-s", "start"]);
    if (result.code === 0) return postmaster(files);
    const log = existsSync(files.log) ? lastLines(readFileSync(files.log, "utf8"), 15) : "";
    if (attempt < 20 && /shared memory block.*still in use|lock file .* already exists/i.test(log))
      await new Promise((resolve) => setTimeout(resolve, 500));
    else
      throw new Stop(`The private database in ${files.home} does not start. PostgreSQL says:\n${log || result.text}`);
  }
}

async function stop(cluster) {
  const { files } = cluster;
  rmSync(files.kept, { force: true });
  if (!postmaster(files)) return false;
  const fast = await pg(cluster, "pg_ctl", ["-D", files.data, "-m", "fast", "-w", "-t", "30", "-s", "stop"]);
  if (fast.code !== 0 && postmaster(files))
    await pg(cluster, "pg_ctl", ["-D", files.data, "-m", "immediate", "-w", "-s", "stop"]);
  return true;
}

/** What a command does at its end: a kept cluster, or one that another command uses, goes on running. */
async function leave(cluster) {
  const { files, throwAway, socket } = cluster;
  cluster.removeUser?.();
  if (!existsSync(files.kept) && otherUsers(files).length === 0) await stop(cluster);
  if (!throwAway) return;
  rmSync(files.home, { recursive: true, force: true });
  rmSync(socket, { recursive: true, force: true });
}

const pg = ({ postgres, account, files }, name, args, input) =>
  run(join(postgres.bin, name), args, {
    cwd: files.home,
    as: account,
    input,
    env: { LC_ALL: "C.UTF-8" },
  });

async function tool(cluster, doing, name, args, input) {
  const result = await pg(cluster, name, args, input);
  if (result.code !== 0) throw new Stop(`${doing} in ${cluster.files.home} failed:\n${lastLines(result.text)}`);
}
