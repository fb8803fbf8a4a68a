import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { at } from "../../scripts/lib/paths.mjs";
import { usablePostgres } from "../../scripts/lib/postgres.mjs";
import { scratch } from "./scratch.mjs";

const skip =
  process.getuid?.() !== 0
    ? "only root can make a user to be"
    : !usablePostgres()
      ? "PostgreSQL with PostGIS is not installed"
      : false;

/** A user of this machine with a checkout of their own; both are gone when the tests have ended. */
function somebody() {
  const name = `plan-test-${process.pid}`;
  const home = scratch();
  assert.equal(spawnSync("useradd", ["--no-create-home", "--home-dir", home, "--shell", "/bin/sh", name]).status, 0);
  after(() => spawnSync("userdel", ["-f", name]));
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout));
  const checkout = join(home, "checkout");
  mkdirSync(checkout);
  for (const part of ["scripts", "package.json", "global.json"])
    cpSync(at(part), join(checkout, part), { recursive: true });
  const sql = join("server", "Database", "Functions", "public_login.sql");
  cpSync(at(sql), join(checkout, sql));
  symlinkSync(at("node_modules"), join(checkout, "node_modules"));
  assert.equal(spawnSync("chown", ["-R", "-h", `${uid}:${gid}`, home]).status, 0);
  const db = (verb, as, env = {}) => {
    const { HOME: _, XDG_DATA_HOME: __, SUDO_UID: ___, npm_lifecycle_event: ____, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(checkout, "scripts", "command.cjs"), ...verb.split(" ")],
      { encoding: "utf8", cwd: checkout, env: { ...rest, HOME: as ? home : "/root", ...env }, ...as, timeout: 120_000 },
    );
    assert.doesNotMatch(stderr, /^\s+at /m);
    return { status, text: `${stdout}${stderr}` };
  };
  return { name, home, uid, gid, me: { uid, gid }, data: join(checkout, ".data", "postgres"), db };
}

/** Whose everything below a directory is. */
const owners = (path) =>
  new Set(
    [path, ...readdirSync(path, { recursive: true }).map((name) => join(path, name))]
      .filter((file) => existsSync(file))
      .map((file) => statSync(file).uid),
  );

test("root leaves a user's database theirs, and what cannot be used is said instead of made anew", { skip }, (t) => {
  const { name, home, uid, gid, me, data, db } = somebody();
  const sudo = { SUDO_UID: String(uid), SUDO_USER: name };
  for (const [verb, status] of Object.entries({ status: 1, psql: 1, stop: 0 })) {
    assert.equal(db(`db ${verb}`, undefined, sudo).status, status);
    assert.equal(existsSync(dirname(data)), false, `${verb} made something`);
  }
  const first = db("db start", me);
  assert.equal(first.status, 0, first.text);
  t.after(() => existsSync(data) && db("db stop"));

  // What sudo may do without leaving anything behind.
  for (const env of [sudo, {}]) {
    const seen = db("db status", undefined, env);
    assert.equal(seen.status, 0, seen.text);
    assert.match(seen.text, /The private database runs/);
    assert.deepEqual(owners(data), new Set([uid]));
  }
  for (const verb of ["start", "dev", "db start", "test checks"]) {
    const refused = db(verb, undefined, sudo);
    assert.equal(refused.status, 1, refused.text);
    assert.match(refused.text, new RegExp(`^This checkout belongs to ${name}, .*without sudo`, "m"));
  }
  assert.deepEqual(owners(data), new Set([uid]));

  // Root of a container, say: the database goes on as its owner's.
  assert.equal(db("db stop", undefined).status, 0);
  const again = db("db start", undefined);
  assert.equal(again.status, 0, again.text);
  assert.deepEqual(owners(data), new Set([uid]));
  assert.equal(db("db status", me).status, 0);
  assert.equal(db("db stop", me).status, 0);

  // Somebody else's by now: words, and no other database anywhere.
  chownSync(data, 65534, 65534);
  const refused = db("db start", me);
  assert.equal(refused.status, 1, refused.text);
  assert.match(refused.text, new RegExp(`The private database in ${data} belongs to nobody, and you are ${name}\\.`));
  assert.equal(existsSync(join(home, ".local", "share", "spatialplan")), false);
  chownSync(data, uid, gid);
  assert.equal(db("db start", me).status, 0);
  assert.equal(db("db stop", me).status, 0);
});

test("a link that somebody put where the socket or the database should be is not followed by root", {
  skip,
}, async () => {
  const { clusterHome } = await import("../../scripts/lib/cluster-home.mjs");
  const folder = scratch();
  const theirs = join(folder, "theirs");
  mkdirSync(theirs);
  symlinkSync(theirs, join(folder, "link"));
  assert.throws(() => clusterHome([join(folder, "link")]), /can hold the private database/);
  assert.equal(statSync(theirs).uid, 0);
});
