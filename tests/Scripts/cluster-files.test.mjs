import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { identity } from "../../scripts/lib/claim.mjs";
import {
  addUser,
  checkRoom,
  clearStale,
  clusterFiles,
  otherUsers,
  postmaster,
  readRecord,
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

test("a record that cannot be read is said, and no reason to make the database anew", () => {
  const files = home();
  writeFileSync(files.record, '{"postgres": 1');
  assert.throws(() => readRecord(files), /ready\.json cannot be read \(it holds no record\).*PG_VERSION/);
});

test("of the users of a cluster those that are gone do not count, whoever has their number now", () => {
  const files = home();
  const leave = addUser(files);
  assert.deepEqual(otherUsers(files), []);
  writeFileSync(join(files.users, String(process.ppid)), JSON.stringify(identity(process.ppid)));
  writeFileSync(join(files.users, "1"), JSON.stringify({ ...identity(1), started: "another time" }));
  writeFileSync(join(files.users, "4194300"), JSON.stringify({ ...identity(process.pid), pid: 4194300 }));
  assert.deepEqual(otherUsers(files), [process.ppid]);
  assert.equal(existsSync(join(files.users, "1")), false);
  assert.equal(existsSync(join(files.users, "4194300")), false);
  leave();
  assert.equal(existsSync(join(files.users, String(process.pid))), false);
});

test("too little room is one sentence that says how much is needed", () => {
  assert.throws(() => checkRoom(tmpdir(), 1e12), /MB left, and 1000000000000 MB are needed/);
});
