import type { Locator, Page } from "@playwright/test";
import { signInAs, changesUrl as url } from "./support/accounts.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** The path of staff: sign in, draw a site, see what the plan says, fill the form, submit; by mouse and by finger. */

const form = (page: Page) => page.getByRole("region", { name: say("site.title"), exact: true });
const field = (page: Page, name: string) => form(page).locator(`[name=${name}]`);

async function begin(page: Page, at: string): Promise<string> {
  await signInAs(page, "staff");
  await new PlanPage(page).open(`${url}/#map=15/${at}`);
  await page
    .getByRole("button", { name: say("changes.own_button"), exact: true })
    .first()
    .click();
  await page.getByRole("button", { name: say("site.new"), exact: true }).click();
  await expect(form(page).getByRole("heading").first()).toHaveText(/site-\d{4}-\d{4}/);
  return ((await form(page).getByRole("heading").first().textContent()) ?? "").match(/site-\d{4}-\d{4}/)?.[0] ?? "";
}

async function fill(page: Page, name: string): Promise<void> {
  await field(page, "name_zh").fill(name);
  await field(page, "industry_chain").selectOption("construction-machinery");
  await field(page, "plan_status").selectOption("planned");
  await field(page, "basis_document").fill("2026-12");
  await field(page, "accuracy_m").fill("20");
}

/** A refusal is said with what is refused. */
async function submit(page: Page, press: (button: Locator) => Promise<void>): Promise<void> {
  await press(form(page).getByRole("button", { name: say("changes.submit") }));
  const faults = form(page).locator(".change-faults");
  await expect(form(page).or(faults).first()).toBeVisible();
  await expect(form(page), (await faults.allTextContents()).join()).toHaveCount(0, { timeout: 20_000 });
}

async function submitted(page: Page, name: string): Promise<void> {
  const sets = await (await page.context().request.get(`${url}/api/change-sets?state=in-review`)).json();
  const set = sets.change_sets.find(({ title }: { title: string }) => title === name);
  expect(set?.number).toBe(2);
  const evidence = await (await page.context().request.get(`${url}/api/change-sets/${set.id}/evidence`)).json();
  expect(evidence.checks[0].result.findings.length).toBeGreaterThan(5);
}

test("by mouse: drawn, seen, filled in, kept through a reload and a session that ends, and submitted", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const code = await begin(page, "35.402/116.652");
  for (const [x, y] of [
    [640, 380],
    [780, 380],
    [780, 500],
    [640, 500],
    [640, 380],
  ] as const)
    await page.mouse.click(x, y);
  const check = page.getByRole("region", { name: say("site.check"), exact: true });
  await expect(check.locator(".finding-counts")).toBeVisible();
  await fill(page, "鼠标绘制地块");
  await field(page, "investment_cny").fill("6");
  await expect(form(page).locator(".site-computed")).toContainText(say("site.computed"));
  await field(page, "unified_social_credit_code").fill("91350100M000100Y44");
  await expect(form(page).getByRole("status").last()).toContainText(
    say("site.saved_both", { time: "" }).split(" ")[0] ?? "",
  );

  // what was typed last is kept through a reload, before any pause; a session that has ended asks in place
  await field(page, "description").fill("刚输入的说明");
  await page.reload();
  await expect(field(page, "description")).toHaveValue("刚输入的说明");
  await expect(field(page, "name_zh")).toHaveValue("鼠标绘制地块");
  await expect(form(page).getByRole("heading").first()).toContainText(code);
  await expect(check.locator(".finding-counts")).toBeVisible();

  await form(page)
    .getByRole("button", { name: say("changes.submit") })
    .click();
  await expect(
    form(page)
      .locator(".site-field")
      .filter({ has: page.locator("[name=unified_social_credit_code]") })
      .getByRole("alert"),
  ).toBeVisible();
  await field(page, "unified_social_credit_code").fill("91350100M000100Y43");
  await form(page)
    .locator("[name=attachment]")
    .setInputFiles({ name: "批复.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(form(page).getByRole("link", { name: "批复.pdf" })).toBeVisible();
  await submit(page, (button) => button.click());
  await submitted(page, "鼠标绘制地块");
});

test("by finger: corners by the button under the crosshair, on a phone", async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signInAs(page, "staff");
  await new PlanPage(page).open(`${url}/#map=15/35.412/116.652`);
  const made = await page.context().request.post(`${url}/api/drafts`, {
    headers: { origin: url },
    data: { collection: "project-sites", properties: {} },
  });
  const { id } = (await made.json()) as { id: string };
  await new PlanPage(page).open(`${url}/?draft=${id}#map=15/35.412/116.652`);
  await expect(form(page).getByRole("heading").first()).toHaveText(/site-\d{4}-\d{4}/);
  for (const [x, y] of [
    [120, 120],
    [270, 120],
    [270, 260],
    [120, 260],
  ] as const)
    await page.touchscreen.tap(x, y);
  await form(page)
    .getByRole("button", { name: say("draw.finish") })
    .tap();
  await fill(page, "手指绘制地块");
  await expect(form(page).locator(".finding-counts")).toBeVisible();
  await submit(page, (button) => button.tap());
  await submitted(page, "手指绘制地块");
});
