import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import {
  addUser,
  checkRoom,
  clearStale,
  clusterFiles,
  otherUsers,
  postmaster,
  readRecord,
  removeUser,
  writeRecord,
} from "../../scripts/lib/cluster-files.mjs";
import { scratch } from "./scratch.mjs";

const home = () => {
  const files = clusterFiles(scratch());
  mkdirSync(files.data);
  return files;
};

test("a process id of another program in a stale postmaster.pid is not taken for the database", () => {
  const files = home();
  const pidFile = join(files.data, "postmaster.pid");
  writeFileSync(pidFile, `${process.pid}\n${files.data}\n`);
  assert.equal(postmaster(files), undefined);
  clearStale(files);
  assert.equal(existsSync(pidFile), false);
});

test("a cluster without its record was never finished", () => {
  const files = home();
  assert.equal(readRecord(files), undefined);
  writeRecord(files, { postgres: 15 });
  assert.deepEqual(readRecord(files), { postgres: 15 });
});

test("of two users of a cluster the dead one does not count", () => {
  const files = home();
  addUser(files);
  assert.deepEqual(otherUsers(files), []);
  writeFileSync(join(files.users, String(process.ppid)), "");
  writeFileSync(join(files.users, "4194300"), "");
  assert.deepEqual(otherUsers(files), [process.ppid]);
  assert.equal(existsSync(join(files.users, "4194300")), false);
  removeUser(files);
  assert.equal(existsSync(join(files.users, String(process.pid))), false);
});

test("too little room is one sentence that says how much is needed", () => {
  assert.throws(() => checkRoom(tmpdir(), 1e12), /MB left, and 1000000000000 MB are needed/);
});
