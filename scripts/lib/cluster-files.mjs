import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Stop } from "./say.mjs";

/** The files of a cluster's home; the record is written last, so a home without it was never finished. */
export function clusterFiles(home) {
  const file = (name) => join(home, name);
  return {
    home,
    data: file("data"),
    log: file("postgres.log"),
    record: file("ready.json"),
    kept: file("kept"),
    users: file("users"),
  };
}

export const readRecord = (files) => {
  try {
    return JSON.parse(readFileSync(files.record, "utf8"));
  } catch {
    return undefined;
  }
};

export const writeRecord = (files, record) => writeFileSync(files.record, `${JSON.stringify(record, null, 2)}\n`);

/** The process id of this cluster's postmaster, undefined when it does not run: after a crash its file still names one. */
export function postmaster(files) {
  const file = join(files.data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isInteger(pid) && worksIn(pid, files.data) ? pid : undefined;
}

/** The number in a stale file may belong to another program by now; then PostgreSQL would refuse to start. */
export function clearStale(files) {
  if (postmaster(files) === undefined) rmSync(join(files.data, "postmaster.pid"), { force: true });
}

function worksIn(pid, directory) {
  if (!alive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return !existsSync("/proc/self/cwd");
  }
}

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Commands that use the cluster now: the last one to leave stops it, unless `npm run db` keeps it. */
export function addUser(files) {
  mkdirSync(files.users, { recursive: true });
  writeFileSync(join(files.users, String(process.pid)), "");
}

export function removeUser(files) {
  rmSync(join(files.users, String(process.pid)), { force: true });
}

export function otherUsers(files) {
  if (!existsSync(files.users)) return [];
  const pids = readdirSync(files.users)
    .map(Number)
    .filter((pid) => pid !== process.pid);
  for (const pid of pids.filter((pid) => !alive(pid))) rmSync(join(files.users, String(pid)), { force: true });
  return pids.filter(alive);
}

/** One clear sentence before anything is half written, instead of a failure in the middle. */
export function checkRoom(place, megabytes) {
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes)
    throw new Stop(
      `The disk that holds ${place} has ${free} MB left, and ${megabytes} MB are needed: free some space and run the same command again.`,
    );
}

/** The log of PostgreSQL starts anew when it has grown large. */
export function trimLog(files) {
  if (existsSync(files.log) && statSync(files.log).size > 10e6) truncateSync(files.log);
}
