import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { person } from "../lib/person.mjs";
import { ask, pause, quantile, untilWell } from "./clients.mjs";
import { lane, sketcher } from "./lane.mjs";
import { verify } from "./verify.mjs";

const rounds = 20;
const wantedPerSecond = 200;
const lanes = 16;

// So many at once that the next request need not wait for an answer: even of half a second, at 200 a second.
const sketchers = 100;
const writingMs = 2500;

// A server that has just been started takes its time: a round is counted from when it has answered so many, and killed after that.
const warm = 100;

/** SIGKILL of the server and of PostgreSQL while people write: what was acknowledged is there, whole, and once. */
export async function killTests(place, test, measured) {
  await test(`Twenty times killed under ${wantedPerSecond} writes a second, nothing acknowledged is lost and no set is half published`, async () => {
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
    const offered = { writes: 0, ms: 0, answers: [] };
    for (let round = 0; round < rounds; round++) {
      const [what, kill] = kills[round % kills.length];
      const writing = write(writers);
      while (writing.sofar().answers.length < warm && writing.sofar().ms < 30_000) await pause(20);
      const cold = writing.sofar();
      await pause(writingMs * (0.6 + 0.4 * Math.random()));
      const { sent, ms, answers } = since(cold, writing.sofar());
      offered.writes += sent;
      offered.ms += ms;
      offered.answers.push(...answers);
      const killed = kill();
      await pause(100);
      await Promise.all([killed, writing.end()]);
      await untilWell(`${url}/health/ready`);
      const doubtful = writers.filter((writer) => writer.isInDoubt()).length;
      for (const writer of writers) await writer.settle();
      await verify(writers, sql, first).catch((error) => {
        throw new Error(`round ${round + 1}, ${what} killed: ${error.message}`);
      });
      measured(
        `round ${round + 1}: ${(cold.ms / 1000).toFixed(1)} s for the first ${warm}, then ${perSecond(sent, ms)} writes a second, ${perSecond(answers.length, ms)} acknowledged; ${what} killed, ${doubtful} requests without an answer; ${sum(writers, "writes")} acknowledged so far, all there`,
      );
    }
    const [writes, retried] = [sum(writers, "writes"), sum(writers, "retried")];
    const rate = offered.writes / (offered.ms / 1000);
    measured(
      `${rounds} kills in ${((performance.now() - began) / 1000).toFixed(0)} s: ${rate.toFixed(0)} writes a second while the server was up and warm, ${perSecond(offered.answers.length, offered.ms)} a second acknowledged (p50 ${quantile(offered.answers, 0.5).toFixed(0)} ms, p95 ${quantile(offered.answers, 0.95).toFixed(0)} ms)`,
    );
    measured(
      `${writes} writes acknowledged and checked after each kill, ${writers.reduce((all, { ledger }) => all + ledger.sets.size, 0)} change sets, ${retried} requests repeated; load of the machine ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`,
    );
    assert.ok(
      rate > 0.9 * wantedPerSecond,
      `${rate.toFixed(0)} writes a second: this machine is too busy to say anything`,
    );
    assert.ok(retried > 0, "no kill has met a request");
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"])
      await sql(`alter system reset ${setting}`);
    await sql("select pg_reload_conf()");
  });
}

const sum = (writers, what) => writers.reduce((all, { counts }) => all + counts[what], 0);
const since = (before, now) => ({
  sent: now.sent - before.sent,
  ms: now.ms - before.ms,
  answers: now.answers.slice(before.answers.length),
});
const perSecond = (number, ms) => (number / (ms / 1000)).toFixed(0);

/** Three who draw and two who review, in so many lanes with three projects each; and what the three have open beside. */
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
  return [
    ...Array.from({ length: lanes }, (_, number) =>
      lane(
        number,
        staff[number % staff.length],
        reviewers[number % reviewers.length],
        features.slice(3 * number, 3 * number + 3),
      ),
    ),
    ...Array.from({ length: sketchers }, (_, number) => sketcher(number, staff[number % staff.length])),
  ];
}

/**
 * Writes until it is told to end: so many requests a second, each by the one who has waited longest, whatever the answers to
 * others do. `sofar` says how many were sent, in how long, and how long the answers took.
 */
function write(writers) {
  const idle = writers.filter((writer) => !writer.isInDoubt());
  const busy = new Set();
  const answers = [];
  const begun = performance.now();
  let sent = 0;
  let isOver = false;
  let failure;
  const one = async (writer) => {
    const start = performance.now();
    if (await writer.write()) answers.push({ ms: performance.now() - start });
    if (!writer.isInDoubt()) idle.push(writer);
  };
  const all = async () => {
    while (!isOver && !failure) {
      const due = ((performance.now() - begun) / 1000) * wantedPerSecond;
      for (; sent < due && idle.length > 0; sent++) {
        const request = one(idle.shift()).catch((error) => (failure = error));
        busy.add(request);
        request.finally(() => busy.delete(request));
      }
      await pause(5);
    }
    await Promise.all(busy);
    if (failure) throw failure;
  };
  const running = all();
  running.catch(() => {});
  return {
    sofar: () => ({ sent, ms: performance.now() - begun, answers: [...answers] }),
    end: () => {
      isOver = true;
      return running;
    },
  };
}

const postmaster = ({ files }) => Number(readFileSync(join(files.data, "postmaster.pid"), "utf8").split("\n")[0]);

/** One that is in a transaction of staff, if there is such at this moment. */
const backend = async (sql) =>
  Number(
    await sql(
      "select pid from pg_stat_activity where application_name = 'spatialplan-staff' order by state = 'active' desc, state = 'idle in transaction' desc limit 1",
    ),
  );
