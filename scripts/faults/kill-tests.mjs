import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { person } from "../lib/person.mjs";
import { ask, pause, untilWell } from "./clients.mjs";
import { lane } from "./lane.mjs";

const rounds = 20;
const wantedPerSecond = 100;
const lanes = 12;
const writingMs = 2500;

/** SIGKILL of the server and of PostgreSQL while people write: what was acknowledged is there, whole, and once. */
export async function killTests(place, test, measured) {
  await test(`Twenty times killed under ${wantedPerSecond} writes a second, nothing acknowledged is lost`, async () => {
    const { url, sql, cluster, proxy } = place;
    proxy.set("pass");
    // What is there when somebody's data is at stake, and what a throw-away cluster does without.
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
      await sql(`alter system set ${setting} = on`);
    await sql("select pg_reload_conf()");
    await place.stop();
    await place.start({ owner: false }).ready();
    assert.equal(
      await sql(
        "select string_agg(setting, ',') from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')",
      ),
      "on,on,on",
    );

    const writers = await people(place);
    const first = Number(await sql("select value from plan.revision"));
    const kills = [
      [
        "the server",
        async () => {
          await place.kill();
          await place.start({ owner: false }).ready();
        },
      ],
      [
        "the postmaster",
        async () => {
          process.kill(postmaster(cluster), "SIGKILL");
          await pause(50);
          await cluster.revive();
        },
      ],
      [
        "a backend that writes",
        async () => {
          process.kill(await backend(sql), "SIGKILL");
        },
      ],
      [
        "both",
        async () => {
          process.kill(postmaster(cluster), "SIGKILL");
          await place.kill();
          await cluster.revive();
          await place.start({ owner: false }).ready();
        },
      ],
    ];
    const began = performance.now();
    let writing = 0;
    for (let round = 0; round < rounds; round++) {
      const [what, kill] = kills[round % kills.length];
      const start = performance.now();
      let isOver = false;
      const written = write(writers, () => isOver);
      await pause(writingMs * (0.6 + 0.4 * Math.random()));
      writing += performance.now() - start;
      const killed = kill();
      await pause(100);
      isOver = true;
      await Promise.all([killed, written]);
      await untilWell(`${url}/health/ready`);
      const doubtful = writers.filter((writer) => writer.isInDoubt()).length;
      for (const writer of writers) await writer.settle();
      await verify(writers, sql, first).catch((error) => {
        throw new Error(`round ${round + 1}, ${what} killed: ${error.message}`);
      });
      measured(
        `round ${round + 1}: ${what} killed, ${doubtful} requests without an answer; ${sum(writers, "writes")} acknowledged so far, all there`,
      );
    }
    const [writes, retried] = [sum(writers, "writes"), sum(writers, "retried")];
    const perSecond = writes / (writing / 1000);
    measured(
      `${rounds} kills in ${((performance.now() - began) / 1000).toFixed(0)} s: ${writes} writes acknowledged (${perSecond.toFixed(0)} a second while there was somebody to ask) and checked after each, ${writers.reduce((all, { ledger }) => all + ledger.sets.size, 0)} change sets, ${retried} requests repeated`,
    );
    assert.ok(writes > 1000, `${writes} writes are too few to say anything`);
    assert.ok(retried > 0, "no kill has met a request");
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
      await sql(`alter system reset ${setting}`);
    await sql("select pg_reload_conf()");
  });
}

const sum = (writers, what) => writers.reduce((all, { ledger }) => all + ledger[what], 0);

/** Three who draw and two who review, in so many lanes with three projects each. */
async function people({ url, database }) {
  const staff = [];
  const reviewers = [];
  for (const name of ["kill-anna", "kill-bo", "kill-chen"]) staff.push(await person(url, database, name, "staff"));
  for (const name of ["kill-ding", "kill-eva"]) reviewers.push(await person(url, database, name, "reviewer"));
  const listed = JSON.parse(
    (
      await ask(
        `${url}/ogc/collections/projects/items?limit=${3 * lanes}&filter=${encodeURIComponent("origin = 'plan'")}`,
      )
    ).body,
  );
  const features = listed.features.map(({ id, geometry, properties }) => ({
    code: id,
    geometry,
    version: properties.version,
  }));
  assert.equal(features.length, 3 * lanes);
  return Array.from({ length: lanes }, (_, number) =>
    lane(
      number,
      staff[number % staff.length],
      reviewers[number % reviewers.length],
      features.slice(3 * number, 3 * number + 3),
    ),
  );
}

/** So many requests a second, each by a lane that waits for no answer, until it is over or all wait for one that is gone. */
async function write(writers, isOver) {
  const busy = new Map();
  const begun = performance.now();
  let sent = 0;
  let failure;
  while (!isOver() && !failure) {
    const due = ((performance.now() - begun) / 1000) * wantedPerSecond;
    const idle = writers.filter((writer) => !busy.has(writer) && !writer.isInDoubt());
    for (const writer of idle.slice(0, Math.max(0, Math.floor(due - sent)))) {
      sent++;
      busy.set(
        writer,
        writer
          .write()
          .catch((error) => (failure = error))
          .finally(() => busy.delete(writer)),
      );
    }
    await pause(5);
  }
  await Promise.all(busy.values());
  if (failure) throw failure;
}

/** All that was acknowledged is there, nothing is there twice, and no change set is half published. */
async function verify(writers, sql, first) {
  const json = async (query) =>
    JSON.parse(await sql(`select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${query}) q`));
  const codes = writers
    .flatMap((writer) => writer.codes)
    .map((code) => `'${code}'`)
    .join(",");

  const sets = new Map(
    (await json("select id, state, title from plan.change_set where title like 'lane %'")).map((set) => [set.id, set]),
  );
  const wanted = writers.flatMap(({ ledger }) => [...ledger.sets]);
  for (const [id, state] of wanted) assert.equal(sets.get(id)?.state, state, `change set ${id}`);
  assert.equal(sets.size, wanted.length, "change sets that nobody was told of");
  assert.equal(new Set([...sets.values()].map(({ title }) => title)).size, sets.size, "a change set was made twice");

  const rows = await json(`select code, version, name_en, recorded_by from feature.projects where code in (${codes})`);
  const versions = new Map(rows.map((row) => [`${row.code} ${row.version}`, row]));
  const submitted = writers.flatMap(({ ledger }) => ledger.versions);
  for (const { code, version, name } of submitted)
    assert.equal(versions.get(`${code} ${version}`)?.name_en, name, `${code}, version ${version}`);
  assert.equal(
    rows.filter(({ name_en }) => /^lane /.test(name_en ?? "")).length,
    submitted.length,
    "versions that nobody was told of",
  );

  const published = new Map(
    (await json(`select code, version, name_en from published.projects where code in (${codes})`)).map((row) => [
      row.code,
      row,
    ]),
  );
  for (const writer of writers) {
    const { version, name } = writer.stands();
    for (const code of writer.codes) {
      assert.equal(published.get(code)?.version, version, `${code} as published`);
      if (name) assert.equal(published.get(code).name_en, name, code);
    }
  }

  const drafts = new Map((await json("select id, note from plan.draft")).map((draft) => [draft.id, draft.note]));
  for (const { ledger } of writers)
    if (ledger.draft) assert.equal(drafts.get(ledger.draft.id), ledger.draft.note, `draft ${ledger.draft.id}`);
  assert.equal(drafts.size, writers.filter(({ ledger }) => ledger.draft).length, "drafts that nobody was told of");

  const half = await json(`
    select c.id, c.state, count(*) filter (where f.approved_at is not null) as approved, count(*) as items
    from plan.change_set c join plan.change_item i on i.change_set = c.id left join feature.projects f on f.code = i.code and f.version = i.version
    where c.title like 'lane %' group by c.id having count(*) filter (where f.approved_at is not null) not in (0, count(*)) or (c.state = 'approved') <> bool_and(f.approved_at is not null)`);
  assert.deepEqual(half, [], "half published");

  const approvals = wanted.filter(([, state]) => state === "approved").length;
  assert.equal(Number(await sql("select value from plan.revision")), first + approvals, "the revision");
  assert.equal(
    Number(
      await sql(
        "select count(*) from plan.event where action = 'approve' and collection is null and detail ->> 'title' like 'lane %'",
      ),
    ),
    approvals,
    "events of approvals",
  );
}

const postmaster = ({ files }) => Number(readFileSync(join(files.data, "postmaster.pid"), "utf8").split("\n")[0]);

/** One that is in a transaction of staff, if there is such at this moment. */
const backend = async (sql) =>
  Number(
    await sql(
      "select pid from pg_stat_activity where application_name = 'spatialplan-staff' order by state = 'active' desc, state = 'idle in transaction' desc limit 1",
    ),
  );
