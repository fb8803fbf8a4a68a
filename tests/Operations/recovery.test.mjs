import assert from "node:assert/strict";
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { privateCluster } from "../../scripts/lib/cluster.mjs";
import { run } from "../../scripts/lib/run.mjs";

/** The steps of docs/operations.md, "To a moment", as a person runs them, on a cluster of its own. */
const cluster = privateCluster({ throwAway: true });
const { files, account, postgres, socket, superuser } = cluster;
after(async () => {
  await cluster.stop();
  await cluster.leave();
});

const asPostgres = async (command, args) => {
  const result = await run(command, args, { as: account, cwd: files.home });
  assert.equal(result.code, 0, result.text);
  return result.stdout.trim();
};
const sql = (text) => {
  const [command, args] = cluster.psql("spatialplan");
  return asPostgres(command, [...args, "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", text]);
};

test("a base backup and the archived log bring the database back as it was at a moment", async () => {
  await cluster.start();
  const archive = join(files.home, "archive");
  mkdirSync(archive);
  if (account) chownSync(archive, account.uid, account.gid);

  // Archiving; the first four lines undo what makes a throw-away cluster fast.
  for (const setting of [
    "wal_level = 'replica'",
    "max_wal_senders = 4",
    "fsync = on",
    "full_page_writes = on",
    "archive_mode = on",
    `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f'`,
    "archive_timeout = '5min'",
  ])
    await sql(`alter system set ${setting}`);
  await cluster.stop();
  await cluster.start();
  await sql("create table written (what text, at timestamptz default clock_timestamp())");

  const base = join(files.home, "base");
  await asPostgres(join(postgres.bin, "pg_basebackup"), ["-h", socket, "-p", "54320", "-U", superuser, "-D", base, "-X", "stream", "-c", "fast"]);
  await asPostgres(join(postgres.bin, "pg_verifybackup"), [base]);

  await sql("insert into written values ('wanted')");
  const moment = await sql("select clock_timestamp()");
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await sql("insert into written values ('a mistake'); select pg_switch_wal()");

  // The disk is gone, say: what is left are the base backup and the archive.
  await cluster.stop();
  renameSync(files.data, join(files.home, "data-before"));
  renameSync(base, files.data);
  chmodSync(files.data, 0o700);
  const conf = join(files.data, "postgresql.auto.conf");
  appendFileSync(conf, `restore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`);
  writeFileSync(join(files.data, "recovery.signal"), "");
  if (account) for (const path of [conf, join(files.data, "recovery.signal")]) chownSync(path, account.uid, account.gid);
  await cluster.start();

  const until = Date.now() + 30_000;
  while ((await sql("select pg_is_in_recovery()")) !== "f") {
    assert.ok(Date.now() < until, "still in recovery");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(await sql("select string_agg(what, ',') from written"), "wanted");
  assert.equal(existsSync(join(files.data, "recovery.signal")), false);
  for (const setting of ["restore_command", "recovery_target_time", "recovery_target_action"]) await sql(`alter system reset ${setting}`);
  await sql("insert into written values ('goes on')");
});
