import assert from "node:assert/strict";
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { checkBackup } from "../../scripts/backup/check.mjs";
import { manifestOf } from "../../scripts/backup/file.mjs";
import { makeBackup } from "../../scripts/backup/make.mjs";
import { restoreBackup } from "../../scripts/backup/restore.mjs";
import { at } from "../../scripts/lib/paths.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { approved, installation, must } from "./installation.mjs";

let place;
let file;
let manifest;
const quietly = { said: (_, work) => work() };
const address = () => place.cluster.connection(place.cluster.superuser);
const nameOf = (code) => place.sql(`select name_en from published.projects where code = '${code}'`);
const databases = () => place.sql("select string_agg(datname, ' ' order by datname) from pg_database where datname like 'spatialplan%'");
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

before(async () => {
  place = await installation();
  const { staff } = place;
  await approved(place, "project-4-1-3", "saved", 1);
  const draft = { collection: "project-sites", properties: { name_zh: "草图" }, geometry: { type: "Polygon", coordinates: [] }, note: "half done" };
  must(await staff.ask("POST", "/api/drafts", { body: draft }), 201);
  const waiting = { title: "Waits", basis: "document 2", features: [{ collection: "projects", code: "project-4-1-1", based_on: 1, properties: { name_en: "waits" } }] };
  const made = must(await staff.ask("POST", "/api/change-sets", { body: waiting, key: "once" }), 201);
  must(await staff.ask("POST", `/api/change-sets/${made.json.id}/submit`, { tag: made.tag }), 200);
  file = join(place.folder, "plan.backup");
  manifest = await makeBackup(address(), file);
});

after(() => place?.end());

/** A copy of the backup that something is done to. */
function spoiled(name, spoil) {
  const copy = join(place.folder, name);
  copyFileSync(file, copy);
  copyFileSync(manifestOf(file), manifestOf(copy));
  spoil(copy);
  return copy;
}

test("a backup says what is in it, is for its owner only, and overwrites nothing", async () => {
  assert.equal(manifest.tables["plan.draft"].rows, 1);
  assert.equal(manifest.tables["plan.change_set"].rows, 2);
  assert.equal(manifest.tables["account.account"].rows, 2);
  assert.equal(manifest.tables["public.spatial_ref_sys"], undefined);
  assert.ok(manifest.collections.parks.area_m2 > 1e6, "parks have an area in m²");
  assert.ok(manifest.collections.roads.length_m > 1e4, "roads have a length in m");
  assert.equal(manifest.revision, Number(await place.sql("select value from plan.revision")));
  assert.ok(manifest.migrations.length >= 13);
  for (const path of [file, manifestOf(file)]) assert.equal(statSync(path).mode & 0o777, 0o600, path);

  const before = readFileSync(file);
  await assert.rejects(makeBackup(address(), file), /is there already, and a backup overwrites nothing/);
  assert.deepEqual(readFileSync(file), before);
  assert.deepEqual(readdirSync(place.folder).filter((name) => name.includes(".part-")), []);
});

test("a file that was cut off or changed by one byte is refused before anything is touched", async () => {
  const cases = {
    "cut.backup": [(copy) => truncateSync(copy, 1000), /is damaged: it has 1000 bytes/],
    "byte.backup": [
      (copy) => {
        const bytes = readFileSync(copy);
        bytes[bytes.length >> 1] ^= 1;
        writeFileSync(copy, bytes);
      },
      /is damaged: its contents are not those that were written/,
    ],
    "manifest.backup": [
      (copy) => writeFileSync(manifestOf(copy), readFileSync(manifestOf(copy), "utf8").replace('"plan.draft": {', '"plan.draft":  {').replace('"rows": 2', '"rows": 3')),
      /json is damaged: it is not what was written/,
    ],
    "half.backup": [(copy) => truncateSync(manifestOf(copy), 100), /json is damaged/],
  };
  const there = await databases();
  for (const [name, [spoil, words]] of Object.entries(cases))
    await assert.rejects(restoreBackup(place.database, spoiled(name, spoil), quietly), words, name);
  await assert.rejects(restoreBackup(place.database, join(place.folder, "none.backup"), quietly), /There is no .*none\.backup\.json/);
  assert.equal(await databases(), there);
});

test("a backup of a later schema is refused with a code and a sentence", async () => {
  const known = readdirSync(at("server", "Database", "Migrations"));
  await checkBackup(file, known);
  await assert.rejects(
    checkBackup(file, known.filter((name) => !name.startsWith("0012"))),
    /^Error: backup-of-a-later-schema: .* was made by SpatialPlan .*does not know .*0012_drafts.*Nothing was changed; restore it with that version/,
  );
});

test("what is not restored as it was saved takes nobody's place", async () => {
  const { writeManifest } = await import("../../scripts/backup/file.mjs");
  const copy = join(place.folder, "other.backup");
  copyFileSync(file, copy);
  const { dump: _, sha256: __, format: ___, ...content } = manifest;
  content.tables = { ...content.tables, "plan.draft": { rows: 2, sum: "1" } };
  await writeManifest(copy, content);
  const there = await databases();
  await assert.rejects(restoreBackup(place.database, copy, quietly), /plan\.draft has 1 rows instead of 2\. What was there is as it was/);
  assert.equal(await databases(), there);
  assert.equal(await nameOf("project-4-1-3"), "saved");
});

test("verifying restores all of it beside, and changes nothing", async () => {
  const there = await databases();
  const { before } = await restoreBackup(place.database, file, { ...quietly, verifyOnly: true });
  assert.equal(before, undefined);
  assert.equal(await databases(), there);
});

test("a restore brings all back, keeps what was there beside, and a running server goes on with what was restored", async () => {
  const { staff, reviewer, url, sql } = place;
  await approved(place, "project-4-1-3", "after the backup", 2);
  const tagOf = async () => (await fetch(`${url}/ogc/collections/projects/items?limit=1`)).headers.get("etag");
  const tag = await tagOf();
  const { before } = await restoreBackup(place.database, file, quietly);

  assert.match(before, /^spatialplan_before_\d{14}$/);
  assert.equal(await nameOf("project-4-1-3"), "saved");
  assert.equal(await place.sql("select name_en from published.projects where code = 'project-4-1-3'", before), "after the backup");
  assert.equal(await sql("select count(*) from pg_stat_activity where datname = 'spatialplan_restoring'"), "0");

  // The server that ran all the while: the accounts, the draft, the set that waits, and the next number of a series.
  const until = Date.now() + 10_000;
  while ((await tagOf()) === tag) {
    assert.ok(Date.now() < until, "the server has not heard of the restored database");
    await wait(50);
  }
  const named = await (await fetch(`${url}/ogc/collections/projects/items/project-4-1-3`)).json();
  assert.equal(named.properties.name_en, "saved");
  const { drafts } = must(await staff.ask("GET", "/api/drafts"), 200).json;
  assert.deepEqual(drafts.map(({ code, note }) => [code, note]), [["site-2026-0001", "half done"]]);
  const { change_sets } = must(await reviewer.ask("GET", "/api/change-sets?state=in-review"), 200).json;
  assert.deepEqual(change_sets.map(({ title }) => title), ["Waits"]);
  const set = must(await reviewer.ask("GET", `/api/change-sets/${change_sets[0].id}`), 200);
  must(await reviewer.ask("POST", `/api/change-sets/${change_sets[0].id}/approve`, { tag: set.tag }), 200);
  assert.equal(await nameOf("project-4-1-1"), "waits");
  const next = must(await staff.ask("POST", "/api/drafts", { body: { collection: "project-sites", properties: {} } }), 201);
  assert.equal(next.json.code, "site-2026-0002");

  // The guards came too, and the logins may what they may.
  const [command, args] = place.cluster.psql("spatialplan");
  const asStaff = args.map((arg) => (arg === place.cluster.superuser ? "spatialplan_staff" : arg));
  const refused = await run(command, [...asStaff, "-c", "delete from plan.event"]);
  assert.match(refused.stderr, /permission denied/);
  const owner = args.map((arg) => (arg === place.cluster.superuser ? "spatialplan_owner" : arg));
  const history = await run(command, [...owner, "-c", "delete from plan.event"]);
  assert.match(history.stderr, /event is history/);
});

test("the commands back up and restore a database that is given, as a login that may make one", async () => {
  const env = {
    ConnectionStrings__Plan: `Host=${place.cluster.socket};Port=54320;Username=${place.cluster.superuser};Database=spatialplan`,
    INIT_CWD: place.folder,
  };
  const command = (...words) => run(process.execPath, [at("scripts", "command.cjs"), ...words], { env });
  const made = await command("backup", "given.backup");
  assert.equal(made.code, 0, made.text);
  assert.ok(existsSync(join(place.folder, "given.backup.json")));
  const again = await command("backup", "given.backup");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /is there already/);
  const verified = await command("restore", "given.backup", "--verify");
  assert.equal(verified.code, 0, verified.text);
  assert.match(verified.stdout, /can be restored: revision \d+ .*Nothing was changed/);
  const restored = await command("restore", "given.backup");
  assert.equal(restored.code, 0, restored.text);
  assert.match(restored.stdout, /What was there is kept as the database spatialplan_before_\d+/);

  const owner = { ConnectionStrings__Plan: place.cluster.connection() };
  const refused = await run(process.execPath, [at("scripts", "command.cjs"), "restore", join(place.folder, "given.backup")], { env: owner });
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /let an administrator run "alter role spatialplan_owner createdb"/);
});
