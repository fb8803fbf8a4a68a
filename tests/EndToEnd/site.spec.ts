import type { Page } from "@playwright/test";
import { chosen, signInAs, changesUrl as url } from "./support/accounts.ts";
import { reach } from "./support/controls.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { bar, begin, field, fill, form, submit, submitted } from "./support/site.ts";
import { say } from "./support/words.ts";

/** The path of staff: sign in, draw a site, see what the plan says, fill the form, submit; by mouse, by keyboard, by finger. */

const MOST_TABS = 200;

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
  // the focus went to the field, and what was refused is in sight beside the button
  await expect(form(page).locator(".change-faults")).toBeInViewport();
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

  // where it lies is suggested, and a press on a paragraph cites it
  const suggestion = form(page)
    .locator(".site-field")
    .filter({ has: page.locator("[name=subdistrict]") })
    .locator(".site-suggestion");
  await suggestion.getByRole("button").first().tap();
  await expect(field(page, "subdistrict")).not.toHaveValue("");
  await expect(suggestion).toHaveCount(0);
  await form(page).locator(".findings .chip-cite").first().tap();
  const text = page.getByRole("region", { name: say("site.text"), exact: true });
  await text
    .getByRole("button", { name: say("site.cite"), exact: true })
    .first()
    .tap();
  await expect(text.getByRole("button", { name: say("site.cited"), exact: true })).toHaveCount(1);
  await text.getByRole("button", { name: say("site.back"), exact: true }).tap();
  await expect(form(page).locator("[data-entries=citations] details")).toHaveCount(1);
  await submit(page, (button) => button.tap());
  await submitted(page, "手指绘制地块");
});

test("by keyboard alone: signed in, drawn, seen, filled in and submitted", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  // the account has a password of its own by then
  await signInAs(page, "staff");
  await page.context().clearCookies();
  await new PlanPage(page).open(`${url}/#map=15/35.422/116.652`);
  const press = async (name: string) => {
    await reach(page.getByRole("button", { name, exact: true }).first(), MOST_TABS);
    await page.keyboard.press("Enter");
  };
  await press(say("account.title"));
  await fillInByKeys(page);
  const own = page.getByRole("region", { name: say("changes.own_title"), exact: true });
  await page.keyboard.press("Escape");
  if (!(await own.isVisible())) await press(say("changes.own_button"));
  await press(say("site.new"));
  await expect(form(page).getByRole("heading").first()).toHaveText(/site-\d{4}-\d{4}/);

  // it stands before the form, whose heading has the focus
  await reach(bar(page).getByRole("radio", { checked: true }), MOST_TABS, "Shift+Tab");
  for (let step = 0; step < 6; step++) {
    if (
      await bar(page)
        .getByRole("radio", { name: say("draw.polygon"), exact: true, checked: true })
        .count()
    )
      break;
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("#map")).toBeFocused();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "Enter"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.press(key);
  }
  const check = page.getByRole("region", { name: say("site.check"), exact: true });
  await expect(check.locator(".finding-counts")).toBeVisible();

  const type = async (name: string, text: string) => {
    await reach(field(page, name), MOST_TABS);
    await page.keyboard.type(text);
  };
  await type("name_zh", "键盘绘制地块");
  for (const [name, value] of [
    ["industry_chain", "construction-machinery"],
    ["plan_status", "planned"],
  ] as const) {
    await reach(field(page, name), MOST_TABS);
    for (let step = 0; step < 30 && (await field(page, name).inputValue()) !== value; step++)
      await page.keyboard.press("ArrowDown");
    await expect(field(page, name)).toHaveValue(value);
  }
  await type("basis_document", "2026-12");
  await type("accuracy_m", "20");
  // the focus on what is out of sight scrolls nothing out of the window
  await reach(field(page, "attachment"), MOST_TABS);
  await expect(form(page).getByRole("heading").first()).toBeInViewport();
  await submit(page, async (button) => {
    await reach(button, MOST_TABS);
    await page.keyboard.press("Enter");
  });
  await submitted(page, "键盘绘制地块");
});

async function fillInByKeys(page: Page): Promise<void> {
  const sheet = page.locator("dialog.account-sheet");
  await reach(sheet.getByLabel(say("account.name")), MOST_TABS);
  await page.keyboard.type("staff");
  await reach(sheet.getByLabel(say("account.password")), MOST_TABS);
  await page.keyboard.type(chosen);
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("status").first()).toContainText(say("account.signed_in_as", { name: "staff" }));
}
