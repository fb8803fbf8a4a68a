import { loadavg } from "node:os";
import { signIn, withBrowser } from "../lib/browser.mjs";
import { options } from "../lib/options.mjs";
import { freePort } from "../lib/port.mjs";
import { prepare } from "../lib/prepare.mjs";
import { say, step } from "../lib/say.mjs";
import { startServer, withoutOwner } from "../lib/server.mjs";
import { atEnd, main } from "../lib/shutdown.mjs";
import { submittedSet } from "./desk-set.mjs";
import { watch } from "./desk-watch.mjs";
import { cpuSeconds } from "./load.mjs";
import { median } from "./report.mjs";

/**
 * `npm run bench:desk`: how long after a press in the queue the desk of a reviewer shows a change set of 500 features, at a server
 * of its own and the database of this checkout. `npm run load-scale -- 1000000` first. It leaves two accounts and a set that was
 * withdrawn.
 */
const ROUNDS = 5;
const WINDOW = { width: 1440, height: 900 };

await main(async () => {
  const { values } = options("npm run bench:desk [-- --requests, to list what is asked for]", {
    requests: { type: "boolean" },
  });
  const database = await prepare({ client: true });
  const port = await freePort();
  const server = startServer({ port, database: withoutOwner(database), name: "bench-desk" });
  atEnd(server.stop);
  await step("Start the server", () => server.ready());
  const url = `http://localhost:${port}`;
  const counted = await fetch(`${url}/ogc/collections/projects/facets`).then((answer) => answer.json());
  const set = await submittedSet(url, database);
  const pids = { server: [server.pid], database: database.own ? [database.own.running()] : [] };
  const rounds = { "new page": [], "the same page again": [] };
  try {
    await withBrowser(async (browser) => {
      for (let round = 0; round < ROUNDS; round++) {
        const page = await pageOf(browser, url, set.reviewer);
        rounds["new page"].push(await opened(page, set, pids));
        await page.keyboard.press("Escape");
        await page.locator(".change-review").waitFor({ state: "detached" });
        rounds["the same page again"].push(await opened(page, set, pids));
        await page.context().close();
      }
    });
  } finally {
    await set.withdraw();
  }
  say(
    `${counted.numberMatched} projects, a set of ${set.number}, ${ROUNDS} times, load ${loadavg()[0].toFixed(1)} at the end.`,
  );
  say(
    "Medians in ms (most): page | list | all places on the map | the map at rest on them | checks | everything asked for is there | longest task | CPU of the page | server | PostgreSQL | requests | kB",
  );
  for (const [name, all] of Object.entries(rounds)) say(row(name, all));
  if (values.requests)
    for (const [name, all] of Object.entries(rounds)) {
      say(`\n${name}: begun | ended | kB`);
      for (const { path, from, to, bytes } of all.at(-1).requests) say([from, to, kilobytes(bytes), path].join(" | "));
    }
  return 0;
});

/** A page with the whole plan, its map at rest and the queue open, of who is signed in. */
async function pageOf(browser, url, account) {
  const context = await browser.newContext({ viewport: WINDOW, locale: "zh-CN" });
  await signIn(context, url, account);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('#map[data-tiles="ready"]', { timeout: 60_000 });
  await page.getByRole("button", { name: "审核队列", exact: true }).click();
  await page.locator(".change-set").first().waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

/** Opens the set by its row in the queue. */
async function opened(page, { title, number }, pids) {
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const taken = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return {
      page: metrics.find(({ name }) => name === "TaskDuration").value * 1000,
      server: cpuSeconds(pids.server) * 1000,
      database: cpuSeconds(pids.database) * 1000,
    };
  };
  const watched = await page.evaluateHandle(watch, number);
  const before = await taken();
  await page.locator(".change-set").filter({ hasText: title }).click();
  await page.waitForFunction(({ seen }) => seen.list && seen.map && seen.checks, watched, { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const after = await taken();
  const seen = await watched.evaluate((all) => all.result());
  const cpu = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
  return { ...seen, cpu };
}

function row(name, all) {
  const of = (read, digits = 0) => {
    const values = all.map(read);
    return `${median(values).toFixed(digits)} (${Math.max(...values).toFixed(digits)})`;
  };
  return [
    name,
    of(({ list }) => list),
    of(({ map }) => map),
    of(({ rest }) => rest),
    of(({ checks }) => checks),
    of(({ requests }) => Math.max(...requests.map(({ to }) => to))),
    of(({ tasks }) => Math.max(0, ...tasks)),
    of(({ cpu }) => cpu.page),
    of(({ cpu }) => cpu.server),
    of(({ cpu }) => cpu.database),
    of(({ requests }) => requests.length),
    of(({ requests }) => kilobytes(requests.reduce((sum, { bytes }) => sum + bytes, 0))),
  ].join(" | ");
}

function kilobytes(bytes) {
  return Math.round(bytes / 1000);
}
