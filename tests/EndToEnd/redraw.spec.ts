import type { Page } from "@playwright/test";
import { expect, test } from "./support/plan.ts";

/** The map drawn anew while a hand moves it: sheets are painted in another thread and change places all at once. */

/** From now on, in every frame that is shown: how many sheets show something, and whether all are of one drawing. */
async function watchFrames(page: Page): Promise<() => Promise<{ fewest: number; torn: number; drawings: number }>> {
  await page.evaluate(() => {
    const seen = { fewest: Number.POSITIVE_INFINITY, torn: 0, drawings: 0, last: "" };
    Object.assign(window, { seen });
    const look = () => {
      const sheets = [...document.querySelectorAll<HTMLCanvasElement>(".plan-sheet-ground, .plan-sheet-structure")];
      const shown = sheets.filter(({ hidden }) => !hidden);
      const places = new Set(
        shown.map((sheet) => {
          const { left, top, width, height } = sheet.getBoundingClientRect();
          return [left, top, width, height].map(Math.round).join();
        }),
      );
      seen.fewest = Math.min(seen.fewest, shown.length);
      if (places.size !== 1 || shown.some((sheet) => sheet.style.transform !== "")) seen.torn += 1;
      const now = document.querySelector<HTMLElement>(".plan-sheets")?.style.transform ?? "";
      if (now !== seen.last) seen.drawings += 1;
      seen.last = now;
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { seen: never }).seen);
}

test("what is drawn stays whole while the map is dragged and zoomed", async ({ plan, page }) => {
  await plan.open();
  // The first drawing is the page's own; from now on the thread paints.
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const sheets = page.locator(".plan-sheet-ground:not([hidden]), .plan-sheet-structure:not([hidden])");
  const before = await sheets.count();
  expect(before).toBeGreaterThan(1);
  const seen = await watchFrames(page);
  await page.mouse.move(900, 420);
  await page.mouse.down();
  for (let step = 1; step <= 40; step++) {
    await page.mouse.move(900 - 12 * step, 420 - 4 * step);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(400);
  const dragged = await seen();
  expect(dragged).toMatchObject({ fewest: before, torn: 0 });
  expect(dragged.drawings, "drawn anew on the way").toBeGreaterThan(1);
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(1200);
  expect(await seen()).toMatchObject({ fewest: before, torn: 0 });
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
});

test("the map is drawn where no other thread can paint", async ({ plan, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { Worker: undefined });
  });
  await plan.open();
  await page.mouse.move(900, 420);
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(1200);
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
});
