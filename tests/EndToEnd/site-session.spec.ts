import type { Locator } from "@playwright/test";
import { fillIn, setsInReview, signInAs, signInOnPage, changesUrl as url } from "./support/accounts.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { begin, field, fill, form, submit } from "./support/site.ts";
import { say } from "./support/words.ts";

/** A site that is worked on longer than a session, a tab or one reading of the plan lasts. */

const SQUARE = [
  [640, 380],
  [780, 380],
  [780, 500],
  [640, 500],
  [640, 380],
] as const;

test("a session that ends asks for the password in place and loses nothing; a second tab is told", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await begin(page, "35.432/116.652");
  await fill(page, "会话中断的地块");
  await context.clearCookies();
  await field(page, "description").fill("会话结束之后输入");
  await expect(page.locator("dialog.account-sheet")).toContainText(say("account.ended"));
  await fillIn(page, "staff");
  await expect(page.locator("dialog.account-sheet")).toBeHidden();
  await expect(field(page, "description")).toHaveValue("会话结束之后输入");
  await expect(field(page, "name_zh")).toHaveValue("会话中断的地块");
  const id = new URL(page.url()).searchParams.get("draft");
  const kept = async () =>
    (await (await context.request.get(`${url}/api/drafts/${id}`)).json()).properties?.description;
  await expect.poll(kept).toBe("会话结束之后输入");

  const second = await context.newPage();
  await new PlanPage(second).open(page.url());
  await expect(form(second).getByText(say("draw.kept_elsewhere"))).toBeVisible();
  await expect(field(second, "description")).toHaveValue("会话结束之后输入");
});

test("what is said to a finding goes with what is submitted; on a phone too it does not submit the form around it", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await begin(page, "35.442/116.652");
  for (const [x, y] of SQUARE) await page.mouse.click(x, y);
  const check = page.getByRole("region", { name: say("site.check"), exact: true });
  await expect(check.locator(".finding-counts")).toBeVisible();
  await fill(page, "说明理由的地块");
  await expect(check.locator(".findings[aria-busy=false] .findings-body[data-old=false]")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const contest = form(page).getByRole("button", { name: new RegExp(`^${say("check.contest")} `) });
  await contest.first().click();
  await form(page).locator(".finding-reason-form textarea").fill("现场已经复核");
  await form(page)
    .getByRole("button", { name: say("check.reason_save") })
    .click();
  await expect(form(page).getByText("现场已经复核")).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await submit(page, (button) => button.click());
  const { request } = page.context();
  const set = (await setsInReview(page)).find(({ title }) => title === "说明理由的地块");
  const evidence = await (await request.get(`${url}/api/change-sets/${set?.id}/evidence`)).text();
  expect(evidence).toContain("现场已经复核");
});

test("an input method has its keys and its words: nothing is taken before a word is ended", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await begin(page, "35.452/116.652");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.postData() ?? "");
  });
  const method = await page.context().newCDPSession(page);
  /** A key that belongs to the method: its code is 229, whatever the key. */
  const key = (name: string) =>
    method.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: name, windowsVirtualKeyCode: 229 });
  const compose = async (target: Locator, letters: string, word: string) => {
    await target.focus();
    for (let length = 1; length <= letters.length; length++) {
      const text = letters.slice(0, length);
      await method.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
    }
    await expect(target).toHaveValue(new RegExp(`${letters}$`));
    for (const name of ["Enter", "Escape", "ArrowDown", "Enter"]) await key(name);
    await expect(target).toBeFocused();
    await expect(target).toHaveValue(new RegExp(`${letters}$`));
    await method.send("Input.insertText", { text: word });
    await expect(target).toHaveValue(new RegExp(`${word}$`));
  };
  await compose(field(page, "name_zh"), "yeyajian", "液压件");
  await compose(field(page, "description"), "gaoduan", "高端");
  await compose(field(page, "enterprise_name"), "jinggong", "精工");
  await compose(field(page, "park"), "gaoduanyuan", "高端园");
  await compose(field(page, "contact"), "zhanggong", "张工");
  await form(page)
    .getByRole("button", { name: say("corners.title") })
    .click();
  await form(page)
    .getByRole("button", { name: say("corners.add_row") })
    .click();
  const label = form(page).getByRole("textbox", {
    name: say("corners.cell", { line: 1, column: say("corners.col_label") }),
  });
  const text = form(page).getByRole("textbox", { name: say("corners.text") });
  await compose(label, "dongbeijiao", "东北角");
  await expect(text).toHaveValue("J1\t?\t?");
  await page.keyboard.press("Enter");
  await expect(text).toHaveValue(/^J1东北角\t\?\t\?\n/);

  // half a word that stays for longer than the pause after which the form is saved is not saved
  await field(page, "name_zh").focus();
  await method.send("Input.imeSetComposition", { text: "jidi", selectionStart: 4, selectionEnd: 4 });
  await page.waitForTimeout(1500);
  await method.send("Input.insertText", { text: "基地" });
  const id = new URL(page.url()).searchParams.get("draft");
  const kept = async () =>
    (await (await page.context().request.get(`${url}/api/drafts/${id}`)).json()).properties?.name_zh;
  await expect.poll(kept).toBe("液压件基地");
  await expect(form(page)).toBeVisible();
  expect(sent.filter((body) => /yeya|gaod|jingg|zhangg|jidi/.test(body))).toEqual([]);
});

test("after signing in, what is unfinished opens by itself, and over nothing that somebody looks at", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, "staff");
  const headers = { origin: url };
  const data = { collection: "project-sites", properties: { name_zh: "未完成的地块" } };
  expect((await context.request.post(`${url}/api/drafts`, { headers, data })).status()).toBe(201);
  const own = page.getByRole("region", { name: say("changes.own_title"), exact: true });
  await context.clearCookies();
  const plan = new PlanPage(page);
  await plan.open(`${url}/`);
  await signInOnPage(page, "staff");
  await expect(own).toContainText("未完成的地块");

  await context.clearCookies();
  await plan.open(`${url}/?select=parks/park-2`);
  await expect(plan.card().getByRole("heading", { level: 1 })).toBeVisible();
  const asked = page.waitForResponse((response) => response.url().endsWith("/api/account/sign-in"));
  await signInOnPage(page, "staff");
  await asked;
  await page.waitForTimeout(1500);
  await expect(plan.card().getByRole("heading", { level: 1 })).toBeVisible();
  await expect(own).toHaveCount(0);
});
