import type { Page } from "@playwright/test";
import { expect, PlanPage, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** Three people at once: staff gives an unplaced project a place, a reviewer approves it, and a viewer's map shows it. */

const url = process.env.SPATIALPLAN_CHANGES_URL ?? "";
const chosen = "cranes over the grand canal";
const unplaced = layer("projects").find((feature) => (feature as unknown as { geometry: unknown }).geometry === null);

/** Another password in the place of the first one, as everybody chooses it who is given an account. */
async function choosePassword(page: Page, name: string, first: string): Promise<void> {
  const headers = { origin: new URL(page.url()).origin };
  const signedIn = await page.request.post(`${url}/api/account/sign-in`, { headers, data: { name, password: first } });
  expect(signedIn.status()).toBe(200);
  const changed = await page.request.post(`${url}/api/account/password`, {
    headers,
    data: { current: first, next: chosen },
  });
  expect(changed.status()).toBe(204);
  await page.context().clearCookies();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: say("account.title"), exact: true }).click();
  const sheet = page.locator("dialog.account-sheet");
  await sheet.getByLabel(say("account.name")).fill(name);
  await sheet.getByLabel(say("account.password")).fill(chosen);
  await sheet.getByRole("button", { name: say("account.sign_in"), exact: true }).click();
  await expect(sheet.getByRole("status").first()).toContainText(say("account.signed_in_as", { name }));
  await sheet.getByRole("button", { name: say("dialog.close") }).click();
}

test("a place that staff gives and a reviewer approves comes to an open map, and as-of shows the map before", async ({
  plan,
  browser,
}) => {
  if (!unplaced) throw new Error("every project has a place");
  const viewer = plan.page;
  await plan.open(`${url}/?select=projects/${unplaced.id}&filter=plan_status='${unplaced.properties.plan_status}'`);
  const handle = viewer.locator(".unplaced-handle");
  const before = (await handle.textContent()) ?? "";
  const loadedAt = await viewer.evaluate(() => performance.timeOrigin);
  const moment = `${new Date().toISOString().slice(0, 19)}Z`;
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toBeVisible();

  const staff = await (await browser.newContext()).newPage();
  await new PlanPage(staff).open(`${url}/?select=projects/${unplaced.id}`);
  await choosePassword(staff, "drafter", process.env.SPATIALPLAN_STAFF ?? "");
  await expect(staff.getByRole("button", { name: say("changes.place_button"), exact: true })).toHaveCount(0);
  await signIn(staff, "drafter");
  await expect(staff.getByRole("button", { name: say("changes.queue_button"), exact: true })).toHaveCount(0);
  await staff.getByRole("button", { name: say("changes.place_button"), exact: true }).click();
  const sheet = staff.getByRole("region", { name: say("changes.correct"), exact: true });
  await sheet.getByRole("button", { name: say("changes.press") }).click();
  await staff.mouse.click(640, 430);
  await expect(sheet.locator("[data-place]")).not.toHaveText(say("changes.no_place"));
  await sheet.locator("[name=x]").fill("116.61");
  await sheet.locator("[name=y]").fill("35.42");
  await sheet.getByRole("button", { name: say("changes.use") }).click();
  await expect(sheet.locator("[data-place]")).toHaveText("116.610000, 35.420000");
  await sheet.locator("[name=placement]").selectOption("stated");
  await sheet.locator("[name=placement_reason_zh]").fill("依据文件");
  await sheet.locator("[name=placement_reason_en]").fill("By a document");
  await sheet.locator("[name=basis]").fill("2026-12");

  // what is missing is said, and nothing is lost
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet.getByRole("alert")).toContainText(say("fault.accuracy-missing"));
  await sheet.locator("[name=accuracy_m]").fill("50");
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet).toHaveCount(0);

  const reviewer = await (await browser.newContext()).newPage();
  await new PlanPage(reviewer).open(url);
  await choosePassword(reviewer, "judge", process.env.SPATIALPLAN_REVIEWER ?? "");
  await signIn(reviewer, "judge");
  await reviewer.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = reviewer.getByRole("dialog", { name: say("changes.queue") });
  await queue.locator("summary").first().click();
  const place = queue.getByRole("row").filter({ has: reviewer.getByRole("cell", { name: "116.61, 35.42" }) });
  await expect(place.getByRole("cell", { name: say("changes.no_place") })).toBeVisible();
  await queue.getByRole("button", { name: say("changes.approve") }).click();
  await expect(queue.getByText(say("changes.nothing"))).toBeVisible();

  // the viewer has done nothing: the card, the filter and the count follow
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toHaveCount(0);
  await expect(handle).not.toHaveText(before);
  expect(await viewer.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  expect(viewer.url()).toContain(encodeURIComponent(String(unplaced.properties.plan_status)));

  await viewer.goto(`${url}/?select=projects/${unplaced.id}&asof=${moment}`);
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toBeVisible();
  await viewer.getByRole("button", { name: say("history.now") }).click();
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toHaveCount(0);
});
