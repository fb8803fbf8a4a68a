import type { Page } from "@playwright/test";
import { expect, test } from "./support/plan.ts";

/** Opening a feature shows all of it in the part of the map that nothing covers. */

const sizes = [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
];

type Box = { left: number; top: number; right: number; bottom: number };

/** Where the outline of what is selected lies on the screen; null until it is drawn. */
const outlineOnScreen = (page: Page): Promise<Box | null> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLElement>(".plan-sheet-highlight");
    if (!canvas || canvas.hidden) return null;
    const { left, top, right, bottom } = canvas.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** What lies over a box of the screen, beside the map itself. */
const covering = (page: Page, box: Box) =>
  page.evaluate((box) => {
    const inset = 12;
    return [...document.querySelectorAll("[data-map-obstacle]")]
      .filter((panel) => panel.checkVisibility())
      .filter((panel) => {
        const { left, top, right, bottom } = panel.getBoundingClientRect();
        return (
          left < box.right - inset && right > box.left + inset && top < box.bottom - inset && bottom > box.top + inset
        );
      })
      .map((panel) => panel.className);
  }, box);

async function isFramed(page: Page, code: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const box = await outlineOnScreen(page);
        const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
        if (!box) return "not drawn";
        // the outline has a glow around it
        if (box.left < -12 || box.top < -12 || box.right > width + 12 || box.bottom > height + 12)
          return `outside: ${JSON.stringify(box)}`;
        return (await covering(page, box)).join();
      },
      { message: `${code} at ${JSON.stringify(page.viewportSize())}` },
    )
    .toBe("");
}

test("by a link, at every size", async ({ plan, page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const code of ["urban-cluster-wangyin", "urban-cluster-jiezhuang"]) {
      await plan.open(`/?select=urban-clusters/${code}`);
      await isFramed(page, code);
    }
  }
});

test("by a click, by the list of the map and by search", async ({ plan, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open("/#map=13.5/35.45/116.78");
  await page.getByRole("combobox").fill("王因生态组团");
  await page
    .getByRole("option", { name: /王因生态组团/ })
    .first()
    .click();
  await isFramed(page, "urban-cluster-wangyin");
  // a link from the card goes on to the next
  await page.locator(".related-item", { hasText: "接庄" }).first().click();
  await expect(page).toHaveURL(/select=/);
});

test("what can be seen whole already stays where it is", async ({ plan, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open("/#map=12/35.41/116.66");
  await plan.mapList().focus();
  await expect(plan.mapList()).toHaveAttribute("aria-activedescendant", "in-view-0");
  await page.keyboard.press("Enter");
  await expect(plan.card()).toBeVisible();
  await page.waitForTimeout(400);
  expect(new URL(page.url()).hash).toContain("map=12/35.41");
});
