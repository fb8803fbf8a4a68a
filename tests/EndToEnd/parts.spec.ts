import type { Page } from "@playwright/test";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** The library that measures is loaded with the first point. */
const part = /\/assets\/geodesic[^/]*\.js$/;

test("a part of the program that does not come says so, and comes when it is tried again", async ({ plan, page }) => {
  plan.expectedComplaints = /ERR_FAILED|Failed to load|Failed to fetch/;
  await page.route(part, (route) => route.abort());
  await plan.open("/?tool=measure-line");
  await point(page);
  const message = page.getByRole("alert").filter({ hasText: say("parts.missing") });
  await expect(message).toBeVisible();
  await page.unroute(part);
  await message.getByRole("button", { name: say("states.retry") }).click();
  await expect(message).toHaveCount(0);
  await point(page);
  await expect(page.locator(".measure-value")).toHaveText(/^≈/);
});

test("a part that a newer program has replaced is had by loading the page again, in the same view", async ({
  plan,
  page,
}) => {
  plan.expectedComplaints = /404|Failed to load|Failed to fetch/;
  await page.route(part, (route) => route.fulfill({ status: 404, body: "" }));
  await plan.open("/?tool=measure-line&horizon=2035");
  await point(page);
  const message = page.getByRole("alert").filter({ hasText: say("parts.missing") });
  await expect(message).toBeVisible();
  // the next page is of the new program, whose parts are there
  const reloaded = page.waitForEvent("load");
  page.once("framenavigated", () => void page.unroute(part));
  await message.getByRole("button", { name: say("states.retry") }).click();
  await reloaded;
  await plan.drawn();
  await expect(page).toHaveURL(/horizon=2035.*tool=measure-line/);
  await expect(page.getByText(say("measure.note"))).toBeVisible();
  await point(page);
  await point(page);
  await expect(page.locator(".measure-value")).toHaveText(/^≈/);
});

test("a link that the browser does not let the page copy stays until it is closed", async ({ plan, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
  });
  await plan.open("/?horizon=2035");
  await page.clock.install();
  await page.getByRole("button", { name: say("view.copy_link") }).click();
  const field = page.getByRole("textbox", { name: say("toast.to_copy") });
  await expect(field).toHaveValue(page.url());
  await page.clock.runFor(60_000);
  await field.focus();
  expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([
    0,
    page.url().length,
  ]);
  await page.getByRole("button", { name: say("toast.dismiss") }).click();
  await expect(field).toHaveCount(0);
});

test("a page whose program does not come says so instead of staying empty", async ({ plan, page }) => {
  plan.expectedComplaints = /404|Failed to load/;
  await page.route(/\/assets\/program[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/");
  const missing = page.locator("#missing");
  await expect(missing).toBeHidden();
  await expect(missing).toBeVisible({ timeout: 15_000 });
  await page.unrouteAll();
  await page.reload();
  await plan.drawn();
  await expect(missing).toHaveCount(0);
});

/** Enter measures to the middle of the map; arrows move it on. */
async function point(page: Page) {
  await page.locator("#map").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(400);
  await page.keyboard.press("Enter");
}
