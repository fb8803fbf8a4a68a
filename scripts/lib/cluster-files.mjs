import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { alive, claim, holder } from "./claim.mjs";
import { Stop } from "./say.mjs";

/** The files of a cluster's home, and the user whose they are when that is not ourselves; the record is written last, so a home without it was never finished. */
export function clusterFiles(home, account) {
  const file = (name) => join(home, name);
  return {
    home,
    account,
    data: file("data"),
    log: file("postgres.log"),
    record: file("ready.json"),
    kept: file("kept"),
    users: file("users"),
  };
}

/** What is known of a finished cluster, undefined for one that was never finished. */
export function readRecord(files) {
  let text;
  try {
    text = readFileSync(files.record, "utf8");
    return JSON.parse(text);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    // There is a database, so this is no reason to make it anew.
    const why = text === undefined ? error.message : "it holds no record";
    throw new Stop(
      `${files.record} cannot be read (${why}). It only says by which PostgreSQL the database beside it was made: write {"postgres": <the number in ${join(files.data, "PG_VERSION")}>} into it, and the database is used again.`,
    );
  }
}

/** As a whole or not at all: on a full disk the one before stays. */
export function writeRecord(files, record) {
  const draft = `${files.record}.new`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
  give(files, draft);
  renameSync(draft, files.record);
}

/** From now on the cluster goes on running when its last user leaves. */
export function keep(files) {
  writeFileSync(files.kept, "");
  give(files, files.kept);
}

/** What root has just made in the home of a cluster belongs to whom the cluster does. */
function give({ account }, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

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

/** Commands that use the cluster now: the last one to leave stops it, unless `npm run db` keeps it. Answers with what takes us off. */
export function addUser(files) {
  if (!existsSync(files.users)) {
    mkdirSync(files.users);
    give(files, files.users);
  }
  return claim(join(files.users, String(process.pid)));
}

/** The process ids of the others. */
export function otherUsers(files) {
  if (!existsSync(files.users)) return [];
  const others = readdirSync(files.users).filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  const [here, gone] = [[], []];
  for (const name of others) (holder(join(files.users, name)) ? here : gone).push(name);
  for (const name of gone) rmSync(join(files.users, name), { force: true });
  return here.map(Number);
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
