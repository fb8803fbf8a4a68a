import { join } from "node:path";
import { restoreNpm } from "./lib/build.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs, chromium as program } from "./lib/packages.mjs";
import { root } from "./lib/paths.mjs";
import { wantedPort } from "./lib/port.mjs";
import { step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";

/** `npm run screenshots -- --port 5080`: the pictures of the README anew, from a running installation. */
const FOLDER = join(root, "docs", "screenshots");
const DESK = { width: 1440, height: 900 };
const CHAIN = "construction-machinery";

/** A picture: its address, and what is done or waited for before it is taken. */
const pictures = [
  { name: "overview", at: "/" },
  {
    name: "answer",
    at: `/?filter=industry_chain='${CHAIN}'&tab=list`,
    async does(page) {
      await page.locator(".answer-park[data-code=park-7] .answer-unplaced").click();
      await page.locator(".unplaced-tray .unplaced-thing").first().waitFor();
    },
  },
  {
    name: "parks",
    at: `/?view=parks&ask=chain:${CHAIN}&parks=park-2,park-5`,
    does: (page) => page.locator(".match-card").first().waitFor(),
  },
];

await main(async () => {
  const { values } = options("npm run screenshots [-- --port <number>]", { port: { type: "string" } });
  const port = wantedPort(values);
  await ensurePackages([needs.browser]);
  await restoreNpm();
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath: program(), args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const { name, at, does } of pictures)
      await step(`docs/screenshots/${name}.png`, async () => {
        const page = await browser.newPage({ viewport: DESK, locale: "zh-CN", reducedMotion: "reduce" });
        await page.goto(`http://localhost:${port}${at}`);
        await page.waitForFunction(() => performance.getEntriesByName("plan-loaded").length > 0);
        await does?.(page);
        // the map is painted again for what has opened over it
        await page.waitForTimeout(2000);
        await page.screenshot({ path: join(FOLDER, `${name}.png`) });
        await page.close();
      });
  } finally {
    await browser.close();
  }
  return 0;
});
