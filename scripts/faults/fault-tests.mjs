import assert from "node:assert/strict";
import { ask, crowd, longest, pause, quantile, statuses, untilWell } from "./clients.mjs";

/**
 * While the database does not answer nobody waits longer, in ms: who had just asked waits for its silence (7 s) and until
 * it has not heard "stop" either (10 s); who comes later is refused after 2 s.
 */
const patience = 20_000;
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Faults of the database, each with how long people waited and how long it took to be well again. */
export async function faultTests(place, test, measured) {
  const { url, proxy, cluster, sql } = place;
  const at = (path) => `${url}${path}`;
  const parks = at("/ogc/collections/parks/items?limit=100");
  const projects = at("/ogc/collections/projects/items?limit=10");
  const tile = at("/ogc/tiles/WebMercatorQuad/12/1616/3375?collections=parks,roads");
  const page = at("/ogc/collections/parks/items/park-1?f=html");
  const ready = at("/health/ready");

  /** While something is wrong: answers are what they were, or 503 with a time to come back; the process lives. */
  const wellBehaved = (answers, most = patience) => {
    const other = answers.filter(({ status }) => ![200, 204, 304, 503].includes(status));
    assert.deepEqual(
      other.map(({ status, address, error }) => `${status} ${address} ${error?.message ?? ""}`).slice(0, 5),
      [],
      statuses(answers),
    );
    for (const { status, headers } of answers) if (status === 503) assert.ok(headers["retry-after"], "no Retry-After");
    const slow = answers.filter(({ ms }) => ms >= most).map(({ ms, address }) => `${seconds(ms)} for ${address}`);
    assert.deepEqual(slow.slice(0, 5), []);
    assert.ok(place.alive(), "the server is gone");
  };
  const live = async (until) => {
    const answers = await crowd([at("/health/live")], 1, until);
    assert.ok(
      answers.every(({ status }) => status === 200),
      statuses(answers),
    );
    assert.ok(quantile(answers, 0.5) < 1000, `live: ${seconds(quantile(answers, 0.5))}`);
  };
  const recovers = async (name, most = 5000) => {
    const took = await Promise.all([ready, parks, page].map((address) => untilWell(address)));
    measured(`${name}: well again after ${seconds(Math.max(...took))}`);
    assert.ok(Math.max(...took) <= most, `well again after ${seconds(Math.max(...took))}`);
  };
  const during = async (name, ms, addresses, clients, more = []) => {
    const until = Date.now() + ms;
    const [answers] = await Promise.all([crowd(addresses, clients, until), live(until), ...more]);
    measured(
      `${name}: ${answers.length} answers (${statuses(answers)}), p50 ${seconds(quantile(answers, 0.5))}, longest ${seconds(longest(answers))}`,
    );
    return answers;
  };

  await test("A server whose database is away starts, says so, and finds it when it comes", async () => {
    await place.stop();
    proxy.set("refuse");
    place.start();
    await untilWell(at("/health/live"));
    wellBehaved(await during("database away at the start", 3000, [ready, parks, tile, page], 8));
    assert.equal((await ask(ready)).status, 503);
    proxy.set("pass");
    await recovers("database away at the start");
  });

  await test("A database that takes seconds for each word ends no server, and which work fails is said", async () => {
    await place.stop();
    proxy.set("pass", { latency: 1500 });
    place.start();
    await untilWell(at("/health/live"));
    await pause(20_000);
    assert.ok(place.alive(), "the server is gone");
    const { status, body } = await ask(ready);
    assert.equal(status, 503);
    const failing = JSON.parse(body).args?.failing.map(({ work, attempts }) => `${work} (${attempts})`);
    measured(`a database that takes 3 s for each answer: ${failing?.join(", ")} fail`);
    assert.ok(failing?.length > 0, `nothing fails: ${body}`);
    proxy.set("pass");
    await recovers("seconds for each word", 15_000);
    const well = Date.now();
    while (JSON.parse((await ask(ready)).body).failing?.length !== 0) {
      assert.ok(Date.now() - well < 10_000, "some work still fails");
      await pause(100);
    }
  });

  await test("A database that hangs keeps nobody waiting, and tiles come from the cache", async () => {
    await untilWell(tile);
    proxy.set("blackhole");
    const name = "database hangs";
    const [answers, cached] = await Promise.all([
      during(name, 15_000, [parks, projects, page, ready], 40),
      during(`${name}, cached tile`, 15_000, [tile], 4),
    ]);
    wellBehaved(answers);
    wellBehaved(cached);
    assert.ok(
      cached.every(({ status }) => status === 200),
      statuses(cached),
    );
    proxy.set("pass");
    await recovers(name);
  });

  await test("A queue that does not move is bounded: 503 for the rest, and well again when it moves", async () => {
    const name = "200 clients on a table that is locked";
    const lock = sql("begin; lock table feature.projects in access exclusive mode; select pg_sleep(15); commit");
    await pause(500);
    const answers = await during(name, 12_000, [projects], 200, [untilWell(tile)]);
    wellBehaved(answers, 35_000);
    assert.ok(
      answers.some(({ status }) => status === 503),
      statuses(answers),
    );
    await lock;
    await recovers(name);
  });

  await test("A slow database that breaks off now and then is slow, and no more", async () => {
    const before = proxy.opened;
    proxy.set("pass", { latency: 100, rate: 125_000, resets: 0.01 });
    const name = "200 ms, 1 Mbit/s, 1 % resets";
    const answers = await during(name, 15_000, [parks, projects, page, tile], 20);
    const opened = proxy.opened - before;
    proxy.set("pass");
    wellBehaved(answers);
    measured(
      `${name}: p95 ${seconds(quantile(answers, 0.95))}, ${opened} connections opened for ${answers.length} answers`,
    );
    assert.ok(answers.filter(({ status }) => status === 200).length > 0.5 * answers.length, statuses(answers));
    assert.ok(opened < answers.length, "more connections than questions: a storm of retries");
    await recovers(name);
  });

  await test("A database that is restarted under load, or away for half a minute, is found again", async () => {
    for (const away of [0, 30_000]) {
      const name = `away for ${seconds(away)} under load`;
      const restart = async () => {
        await pause(2000);
        await cluster.stop();
        await pause(away);
        await cluster.revive();
      };
      wellBehaved(await during(name, 4000 + away, [parks, projects, page, tile], 20, [restart()]));
      await recovers(name);
    }
  });

  await test("A thousand clients on one cold tile are one question to the database", async () => {
    const cold = at(`/ogc/tiles/WebMercatorQuad/13/3233/6750?collections=parks,roads,projects&plan_status=planned`);
    const count = () => sql("select xact_commit from pg_stat_database where datname = 'spatialplan'").then(Number);
    await pause(1500);
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(cold)));
    await pause(1500);
    const questions = (await count()) - before;
    measured(
      `1,000 clients on a cold tile: ${statuses(answers)}, ${questions} transactions, longest ${seconds(longest(answers))}`,
    );
    wellBehaved(answers);
    // The test before has restarted the database: nobody is given a connection of then.
    assert.equal(statuses(answers), "200: 1000");
    assert.ok(questions < 40, `${questions} transactions`);
  });

  await test("Clients that vanish leave nothing behind", async () => {
    const left =
      "select count(*) from pg_stat_activity where application_name like 'spatialplan-%' and state = 'active'";
    // The indexes that a server reads after its start would wait for the lock too, and nobody has left them.
    await untilWell(at("/api/search?q=1"));
    await untilWell(at("/ogc/collections/projects/facets"));
    while ((await sql(left)) !== "0") await pause(100);
    const lock = sql("begin; lock table feature.projects in access exclusive mode; select pg_sleep(8); commit");
    await pause(500);
    await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        ask(`${projects}&plan_status=planned&offset${number}`.replace(/&offset\d+/, ""), { limit: 1500 }),
      ),
    );
    const start = Date.now();
    while ((await sql(left)) !== "0" && Date.now() - start < 5000) await pause(100);
    const took = Date.now() - start;
    measured(`100 clients that vanish: their questions were stopped after ${seconds(took)}`);
    assert.ok(took <= 2000, `stopped after ${seconds(took)}`);
    await lock;
    await recovers("clients that vanish");
  });
}
