import { withBrowser } from "../lib/browser.mjs";
import { options } from "../lib/options.mjs";
import { wantedPort } from "../lib/port.mjs";
import { say } from "../lib/say.mjs";
import { main } from "../lib/shutdown.mjs";

/**
 * `npm run bench:snap -- --port 5080`: moves the pointer over the map of a running installation while an outline is drawn,
 * and reports what a move costs: catching what is near, and the drawing with its last corner loose anew. `npm run
 * load-scale -- 1000000` first, which also makes 100,000 sites.
 */
const ZOOMS = [14, 15, 16, 17];
const MOVES = 1000;
const MIDDLE = "35.4205/116.6505";

await main(async () => {
  const { values } = options("npm run bench:snap [-- --port <number>]", { port: { type: "string" } });
  const port = wantedPort(values);
  await withBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    say(`Milliseconds of ${MOVES} moves: zoom | features asked for | caught | on the processor | p50 | p95 | p99`);
    for (const zoom of ZOOMS) {
      // what is near is asked for when drawing has begun and the map rests
      const near = [];
      page.on("response", (answer) => {
        if (answer.url().includes("accuracy_m")) near.push(answer.json().then(({ features }) => features.length));
      });
      await page.goto(`http://localhost:${port}/?view=here#map=${zoom}/${MIDDLE}`);
      await page.waitForFunction(() => performance.getEntriesByName("plan-loaded").length > 0);
      await page.locator(".draw-modes [role=radio]").nth(2).click();
      await page.mouse.click(760, 380);
      await page.mouse.click(900, 380);
      await page.mouse.click(900, 500);
      await page.waitForTimeout(4000);
      const counted = (await Promise.all(near)).reduce((most, count) => Math.max(most, count), 0);
      const processor = await processorOf(page);
      const { times, caught } = await page.evaluate(move, MOVES);
      const mean = ((await processor()) / MOVES).toFixed(2);
      times.sort((a, b) => a - b);
      const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2);
      say([zoom, counted, `${caught} of ${MOVES}`, mean, at(0.5), at(0.95), at(0.99)].join(" | "));
      page.removeAllListeners("response");
      // another document, or the next address would only move the map
      await page.goto("about:blank");
    }
  });
  return 0;
});

/** Milliseconds that scripts of a page take of the processor from now on: what a busy machine takes from the clock is none of it. */
async function processorOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  };
  const before = await read();
  return async () => (await read()) - before;
}

/** In the page: each move is done before the next one, so that the clock has all of it but the painting of the browser. */
async function move(moves) {
  const map = document.getElementById("map");
  const times = [];
  let caught = 0;
  for (let i = 0; i < moves; i++) {
    const clientX = 480 + ((i * 137) % 880);
    const clientY = 90 + ((i * 89) % 560);
    const begun = performance.now();
    map.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
    times.push(performance.now() - begun);
    if (document.querySelector(".draw-caught")) caught += 1;
    // what waits for a rest, as the question about the drawing, is no part of a move
    if (i % 20 === 0) await new Promise((rest) => setTimeout(rest));
  }
  return { times, caught };
}
