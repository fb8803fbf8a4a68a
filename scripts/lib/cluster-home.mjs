import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  statfsSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { databaseAccount, homeOf, isRoot, nameOf } from "./account.mjs";
import { checkoutId, runtime } from "./paths.mjs";
import { Stop } from "./say.mjs";

/**
 * Where the private database of this checkout lies and under whom it runs: {home, account}. One that is there is used
 * as it is, or it is said why it cannot be; it is never given to somebody else, and never a reason to make another one.
 */
export function clusterHome(places = possibleHomes()) {
  const existing = places.filter(holdsSomething);
  if (existing.length > 1)
    throw new Stop(
      `There are two private databases of this checkout, in ${existing.join(" and in ")}: keep the one that you want and move the other one away.`,
    );
  if (existing.length === 1) return asItIs(existing[0]);
  const account = databaseAccount();
  const home = places.find((path) => made(path, account));
  if (!home)
    throw new Stop(
      `Neither ${places.join(" nor ")} can hold the private database: the user of PostgreSQL must be able to own a directory there.`,
    );
  return { home, account };
}

/** Whether there is a private database, of whomever; nothing is made. */
export const hasCluster = () => possibleHomes().some(holdsSomething);

/** In the checkout, or outside where PostgreSQL's user cannot get in there. */
function possibleHomes() {
  const account = databaseAccount();
  const own = account ? homeOf(account.uid) : homedir();
  const share = (!account && process.env.XDG_DATA_HOME) || (own && join(own, ".local", "share"));
  const machine = `/var/lib/spatialplan/${checkoutId}`;
  const personal = share && join(share, "spatialplan", checkoutId);
  const outside = isRoot() ? [machine, personal] : [personal, machine];
  return [...new Set([join(runtime, "postgres"), ...outside.filter(Boolean)])];
}

/** A throw-away place for the cluster of one run: nobody else can have made it before. */
export function temporaryHome(inMemory) {
  const account = databaseAccount();
  const parent = inMemory ? memoryOrDisk() : tmpdir();
  const home = mkdtempSync(join(parent, "spatialplan-test-"));
  if (account) chownSync(home, account.uid, account.gid);
  if (!mayWork(home, account)) {
    rmdirSync(home);
    throw new Stop(`${parent} cannot hold the database of the tests: PostgreSQL's user must be able to enter it.`);
  }
  return { home, account };
}

const MEMORY = "/dev/shm";
/** Bytes: room for the databases of a run, and for what else the machine does. */
const PLENTY = 8 * 2 ** 30;

/**
 * In memory where there is plenty, and nobody has said where temporary files go: every class of tests copies a database,
 * and on a disk that is half of a run.
 */
function memoryOrDisk() {
  if (process.env.TMPDIR) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    accessSync(MEMORY, constants.W_OK | constants.X_OK);
    return Math.min(bavail * bsize, process.availableMemory()) >= PLENTY ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Sockets have short paths (108 bytes with their name on Linux, 104 on macOS): a deep checkout needs another place for them. */
export function socketDirectory(home, account) {
  const inside = join(home, "socket");
  const short =
    Buffer.byteLength(join(inside, ".s.PGSQL.54320.lock")) < 100
      ? inside
      : join("/tmp", `spatialplan-${account?.uid ?? process.getuid?.()}-${checkoutId}`);
  if (!made(short, account))
    throw new Stop(
      `${short} is needed for the socket of the private database and belongs to somebody else: remove it.`,
    );
  return short;
}

/** Whether something is in a directory that may be there; one that we may not look into counts as full. */
function holdsSomething(path) {
  try {
    return readdirSync(path).length > 0;
  } catch (error) {
    return error.code !== "ENOENT";
  }
}

/** A database that is there runs under its owner, when we are that owner or root. */
function asItIs(home) {
  const seen = lookAt(home);
  const { uid, gid } = seen;
  const owner = nameOf(uid) ?? `user ${uid}`;
  const me = process.getuid?.();
  const ways = `Run this as ${owner}, give it back with "sudo chown -R <user> ${home}" if it was yours, or move it away: then an empty one is made.`;
  if (!seen.isDirectory()) throw new Stop(`${home} is where the private database should be, and is no directory.`);
  if (uid === 0)
    throw new Stop(`The private database in ${home} belongs to root, under whom PostgreSQL does not run. ${ways}`);
  if (!isRoot() && me !== undefined && uid !== me)
    throw new Stop(`The private database in ${home} belongs to ${owner}, and you are ${nameOf(me) ?? me}. ${ways}`);
  const account = isRoot() ? { uid, gid } : undefined;
  if (!mayWork(home, account))
    throw new Stop(
      `The private database in ${home} belongs to ${owner}, who cannot write there or cannot enter a directory above it: set that right, or move it away, and an empty one is made.`,
    );
  return { home, account };
}

function lookAt(home) {
  try {
    return lstatSync(home);
  } catch (error) {
    throw new Stop(`Whether there is a private database in ${home} cannot be seen from here: ${error.message}`);
  }
}

/** Makes a directory that is not there, or is empty and our own, private to PostgreSQL's user; whether it works there. */
function made(path, account) {
  const isNew = !existsSync(path);
  try {
    if (isNew) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
      mkdirSync(path, { mode: 0o700 });
    }
    if (isNew || isEmptyAndOurs(path)) {
      if (account) chownSync(path, account.uid, account.gid);
      chmodSync(path, 0o700);
    }
    if (isPrivate(path, account) && mayWork(path, account)) return true;
    if (isNew) rmdirSync(path);
    return false;
  } catch (error) {
    if (error.code === "ENOSPC") throw error;
    return false;
  }
}

/** The place of a volume, for one, is there before anything is in it. */
function isEmptyAndOurs(path) {
  const seen = lstatSync(path);
  return seen.isDirectory() && seen.uid === process.getuid?.() && readdirSync(path).length === 0;
}

function isPrivate(path, account) {
  const seen = lstatSync(path);
  return seen.isDirectory() && (seen.mode & 0o777) === 0o700 && seen.uid === (account?.uid ?? process.getuid?.() ?? 0);
}

/** Traversal of every parent directory counts: only that user can say. */
function mayWork(path, account) {
  if (account)
    return spawnSync("sh", ["-c", 'cd "$1" && test -w .', "sh", path], { ...account, cwd: "/" }).status === 0;
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
