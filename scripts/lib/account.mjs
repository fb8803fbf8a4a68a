import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, lstatSync, mkdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { checkoutId, runtime } from "./paths.mjs";
import { Stop } from "./say.mjs";

/** The user under whom PostgreSQL runs when we are root (it refuses to be root itself); undefined = ourselves. */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp("postgres") ?? lookUp("spatialplan");
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "spatialplan"]);
  const made = lookUp("spatialplan");
  if (!made)
    throw new Stop(
      "PostgreSQL does not run as root, and no unprivileged user for it could be made: run this as a normal user.",
    );
  return made;
}

function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
  );
  return uid > 0 ? { uid, gid } : undefined;
}

/** The directory of the private cluster: in the checkout, or outside where PostgreSQL's user cannot get in there. */
export function clusterHome(account) {
  const inside = join(runtime, "postgres");
  const outside = account
    ? `/var/lib/spatialplan/${checkoutId}`
    : join(process.env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "spatialplan", checkoutId);
  for (const home of [inside, outside]) if (usable(home, account)) return home;
  throw new Stop(
    `Neither ${inside} nor ${outside} can hold the private database: the user of PostgreSQL must be able to own a directory there.`,
  );
}

/** A throw-away place for the cluster of one test run. */
export function temporaryHome(account) {
  const home = join(tmpdir(), `spatialplan-test-${process.pid}-${Date.now().toString(36)}`);
  if (!usable(home, account))
    throw new Stop(
      `${tmpdir()} cannot hold the database of the tests: the user of PostgreSQL must be able to own a directory there.`,
    );
  return home;
}

/** Sockets have short paths (108 bytes with their name on Linux, 104 on macOS): a deep checkout needs another place for them. */
export function socketDirectory(home, account) {
  const inside = join(home, "socket");
  const short =
    Buffer.byteLength(join(inside, ".s.PGSQL.54320.lock")) < 100
      ? inside
      : join("/tmp", `spatialplan-${process.getuid?.()}-${checkoutId}`);
  if (!usable(short, account))
    throw new Stop(
      `${short} is needed for the socket of the private database and belongs to somebody else: remove it.`,
    );
  return short;
}

/** Makes the directory, private to PostgreSQL's user, and tries as that user whether it works there. */
function usable(path, account) {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    if (account) chownSync(path, account.uid, account.gid);
    chmodSync(path, 0o700);
    const seen = lstatSync(path);
    if (!seen.isDirectory() || (seen.mode & 0o777) !== 0o700 || seen.uid !== (account?.uid ?? process.getuid?.() ?? 0))
      return false;
    if (!account) return accessSync(path, constants.W_OK | constants.X_OK) === undefined;
    // Traversal of every parent directory counts: only that user can say.
    return spawnSync("sh", ["-c", 'cd "$1" && test -w .', "sh", path], { ...account, cwd: "/" }).status === 0;
  } catch (error) {
    if (error.code === "ENOSPC") throw error;
    return false;
  }
}
