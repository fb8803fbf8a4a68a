import { withBrowser } from "../lib/browser.mjs";
import { options } from "../lib/options.mjs";
import { wantedPort } from "../lib/port.mjs";
import { say } from "../lib/say.mjs";
import { main } from "../lib/shutdown.mjs";

/**
 * `npm run bench:pan -- --port 5080`: drags the map of a running installation about at several zooms and reports how
 * long the tasks of the page's main thread take, from a trace of the browser. `npm run load-scale -- 1000000` first.
 */
const ZOOMS = [11, 12, 13, 14.5, 16];
const SECONDS = 8;
/** A hand moves the mouse about so often; the map is dragged back and forth, a little further each time. */
const STEP_MS = 16;

await main(async () => {
  const { values } = options("npm run bench:pan [-- --port <number>]", { port: { type: "string" } });
  const port = wantedPort(values);
  await withBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    say("Milliseconds on the clock, and in brackets on the processor: on a busy machine the two differ.");
    say("zoom | tasks | p95 | tasks of 1 ms and more | their p95 | p99 | longest | over 50 ms | busy");
    for (const zoom of ZOOMS) {
      await page.goto(`http://localhost:${port}/#map=${zoom}/35.42/116.70`);
      await page.waitForSelector('#map[data-tiles="ready"]', { timeout: 60_000 });
      await page.waitForTimeout(1000);
      say(row(zoom, await tasksOf(page, () => drag(page))));
      // another document, or the next address would only move the map
      await page.goto("about:blank");
    }
  });
  return 0;
});

async function drag(page) {
  const middle = { x: 900, y: 420 };
  const until = Date.now() + SECONDS * 1000;
  for (let turn = 0; Date.now() < until; turn++) {
    const angle = (turn * 2 * Math.PI) / 7;
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= 30; step++) {
      await page.mouse.move(middle.x + 11 * step * Math.cos(angle), middle.y + 11 * step * Math.sin(angle));
      await page.waitForTimeout(STEP_MS);
    }
    await page.mouse.up();
    await page.waitForTimeout(120);
  }
}

/** Durations in milliseconds of the tasks of the renderer's main thread while something is done. */
async function tasksOf(page, what) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] },
  });
  const begun = Date.now();
  await what();
  const wall = Date.now() - begun;
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === "X" && (name === "RunTask" || name === "ThreadControllerImpl::RunTask") && mains.has(`${pid}/${tid}`),
  );
  // The two names are the same task in two categories.
  const one = tasks.some(({ name }) => name === "RunTask") ? "RunTask" : "ThreadControllerImpl::RunTask";
  const milliseconds = (key) =>
    tasks.filter(({ name }) => name === one).map((task) => (task[key] ?? task.dur ?? 0) / 1000);
  return { wall, clock: milliseconds("dur"), processor: milliseconds("tdur") };
}

function row(zoom, { clock, processor, wall }) {
  const both = [clock, processor].map((tasks) => figures(tasks, wall));
  const [first, second] = both;
  return [zoom, ...first.map((value, place) => `${value} (${second[place]})`)].join(" | ");
}

function figures(tasks, wall) {
  const sorted = [...tasks].sort((a, b) => a - b);
  const felt = sorted.filter((ms) => ms >= 1);
  const at = (list, share) => (list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(1);
  const busy = sorted.reduce((sum, ms) => sum + ms, 0) / wall;
  return [
    sorted.length,
    at(sorted, 0.95),
    felt.length,
    at(felt, 0.95),
    at(felt, 0.99),
    (sorted.at(-1) ?? 0).toFixed(1),
    sorted.filter((ms) => ms > 50).length,
    `${Math.round(busy * 100)} %`,
  ];
}
