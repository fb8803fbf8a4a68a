import {
  act,
  fillIn,
  pageOf,
  setsInReview,
  signInAs,
  signInOnPage,
  submitCorrection,
  changesUrl as url,
} from "./support/accounts.ts";
import { seriousViolations } from "./support/axe.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { layer, say, unplaced } from "./support/words.ts";

/** What people change, from the form to the maps of others. The account of each role is called as the role is. */

const [first, ...others] = unplaced("projects");
const code = first?.id ?? "";
/** One that stays without a place. */
const bare = others.at(-1)?.id ?? "";
const status = String(first?.properties.plan_status);

type Stored = { type: string; coordinates: number[][][] };

test("a place that staff gives and a reviewer approves comes to an open map, and as-of shows the map before", async ({
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const viewer = plan.page;
  await plan.open(`${url}/?select=projects/${code}&filter=plan_status='${status}'`);
  const handle = viewer.locator(".unplaced-handle");
  const before = (await handle.textContent()) ?? "";
  const loadedAt = await viewer.evaluate(() => performance.timeOrigin);
  const moment = `${new Date().toISOString().slice(0, 19)}Z`;
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toBeVisible();

  const staff = await pageOf(browser, "staff");
  await staff.context().clearCookies();
  await new PlanPage(staff).open(`${url}/?select=projects/${code}`);
  await signInOnPage(staff, "staff");
  await staff.getByRole("button", { name: say("changes.place_button"), exact: true }).click();
  const sheet = staff.getByRole("region", { name: say("changes.correct"), exact: true });
  await sheet.getByRole("button", { name: say("changes.press") }).click();
  await staff.mouse.click(640, 430);
  await expect(sheet.locator("[data-place]")).not.toHaveText(say("changes.no_place"));
  await expect(staff.locator(".compared-places .after")).toHaveCount(1);
  await sheet.locator("[name=x]").fill("116.61");
  await sheet.locator("[name=y]").fill("35.42");
  await sheet.getByRole("button", { name: say("changes.use") }).click();
  await expect(sheet.locator("[data-place]")).toHaveText("116.61, 35.42");
  await sheet.locator("[name=placement]").selectOption("stated");
  await sheet.locator("[name=placement_reason_zh]").fill("依据文件");
  await sheet.locator("[name=placement_reason_en]").fill("By a document");
  await sheet.locator("[name=basis]").fill("2026-12");

  // what is missing is said, and nothing is lost; a session that has ended is asked for in place
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet.getByRole("alert")).toContainText(say("fault.accuracy-missing"));
  await sheet.locator("[name=accuracy_m]").fill("50");
  await staff.context().clearCookies();
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(staff.getByText(say("account.ended"))).toBeVisible();
  await fillIn(staff, "staff");
  await expect(sheet).toHaveCount(0);

  const reviewer = await pageOf(browser, "reviewer");
  await new PlanPage(reviewer).open(url);
  await reviewer.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = reviewer.getByRole("region", { name: say("changes.queue") });
  const set = queue.getByRole("button", { name: first?.properties.name_zh });
  await expect(set).toContainText("staff");
  await set.focus();
  await reviewer.keyboard.press("Enter");
  const desk = reviewer.getByRole("region", { name: say("review.desk") });
  const place = desk.getByRole("row").filter({ has: reviewer.getByRole("cell", { name: "116.61, 35.42" }) });
  await expect(place.getByRole("cell", { name: say("changes.no_place") })).toBeVisible();
  await expect(reviewer.locator(".compared-places .after")).toHaveCount(1);
  await desk.getByRole("button", { name: say("changes.approve") }).click();
  const approved = Date.now();
  await expect(set).toHaveCount(0);
  // the next set stands in its place, if there is one, until the queue is closed
  await queue.getByRole("button", { name: say("dialog.close") }).click();
  await expect(reviewer.locator(".compared-places path")).toHaveCount(0);

  // the viewer has done nothing: the card, the filter and the count follow
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toHaveCount(0);
  test.info().annotations.push({ type: "seen after", description: `${Date.now() - approved} ms` });
  await expect(handle).not.toHaveText(before);
  expect(await viewer.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  expect(viewer.url()).toContain(encodeURIComponent(status));

  await viewer.goto(`${url}/?select=projects/${code}&asof=${moment}`);
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toBeVisible();
  await viewer.getByRole("button", { name: say("history.now") }).click();
  await expect(plan.card().getByText(say("accuracy.not_drawn"))).toHaveCount(0);
});

test("what is on the page is what the role of who is signed in allows", async ({ plan, page, browser }) => {
  test.setTimeout(180_000);
  const buttons = (on: PlanPage) => ({
    correct: on.card().getByRole("button", { name: say("changes.correct_button"), exact: true }),
    own: on.page.getByRole("button", { name: say("changes.own_button"), exact: true }),
    queue: on.page.getByRole("button", { name: say("changes.queue_button"), exact: true }),
  });
  const expected = {
    nobody: { correct: 0, own: 0, queue: 0 },
    viewer: { correct: 0, own: 0, queue: 0 },
    staff: { correct: 1, own: 1, queue: 0 },
    reviewer: { correct: 0, own: 0, queue: 1 },
    administrator: { correct: 0, own: 0, queue: 0 },
  } as const;
  for (const [role, counts] of Object.entries(expected)) {
    const on = role === "nobody" ? plan : new PlanPage(await (await browser.newContext()).newPage());
    if (role !== "nobody") await signInAs(on.page, role as "viewer");
    await on.open(`${url}/?select=parks/park-2`);
    if (role !== "nobody") await on.page.getByRole("button", { name: say("account.of", { name: role }) }).waitFor();
    for (const [name, button] of Object.entries(buttons(on)))
      await expect(button, `${role}: ${name}`).toHaveCount(counts[name as keyof typeof counts]);
    if (role !== "nobody") {
      await on.page.getByRole("button", { name: say("account.of", { name: role }) }).click();
      const accounts = on.page.locator("dialog.account-sheet").getByText(say("account.accounts"));
      await expect(accounts).toHaveCount(role === "administrator" ? 1 : 0);
      await on.page.context().close();
    }
  }
  // a map of another moment is not corrected
  await page.context().clearCookies();
  const staff = new PlanPage(await pageOf(browser, "staff"));
  await staff.page.goto(`${url}/?select=parks/park-2&asof=${new Date().toISOString().slice(0, 10)}`);
  await expect(staff.card()).toBeVisible();
  await staff.page.getByRole("button", { name: say("account.of", { name: "staff" }) }).waitFor();
  await expect(buttons(staff).correct).toHaveCount(0);
  await staff.page.getByRole("button", { name: say("history.now") }).click();
  await expect(buttons(staff).correct).toHaveCount(1);
});

test("an area is taken from a text after it was seen, kept as a draft, submitted, returned and mended", async ({
  plan,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "staff");
  await plan.open(`${url}/?select=parks/park-6`);
  await page.getByRole("button", { name: say("changes.correct_button"), exact: true }).click();
  const sheet = page.getByRole("region", { name: say("changes.correct"), exact: true });
  const standing = (await sheet.locator("[data-place]").textContent()) ?? "";
  await sheet.locator("[name=pasted]").fill("POINT (116.6 35.4)");
  await sheet.getByRole("button", { name: say("changes.preview") }).click();
  await expect(sheet.getByRole("alert")).toHaveText(say("changes.geometry_other_kind"));
  await sheet.locator("[name=pasted]").fill("POLYGON ((116.58 35.36, 116.6 35.36, 116.6 35.38, 116.58 35.36))");
  await sheet.getByRole("button", { name: say("changes.preview") }).click();
  await expect(page.locator(".compared-places .before")).toHaveCount(1);
  await expect(page.locator(".compared-places .after")).toHaveCount(1);
  await expect(sheet.locator("[data-place]")).toHaveText(standing);
  await sheet.getByRole("button", { name: say("changes.take") }).click();
  await expect(sheet.locator("[data-place]")).not.toHaveText(standing);
  const taken = (await sheet.locator("[data-place]").textContent()) ?? "";
  await sheet
    .locator("summary")
    .filter({ hasText: say("changes.attributes") })
    .click();
  await sheet.locator("[name=name_en]").fill("Another name");
  await sheet.getByRole("button", { name: say("changes.keep") }).click();
  await expect(sheet).toHaveCount(0);

  await page.getByRole("button", { name: say("changes.own_button"), exact: true }).click();
  const own = page.getByRole("region", { name: say("changes.own_title") });
  await own.getByRole("button", { name: say("changes.go_on") }).click();
  await expect(sheet.locator("[data-place]")).toHaveText(taken);
  await sheet
    .locator("summary")
    .filter({ hasText: say("changes.attributes") })
    .click();
  await expect(sheet.locator("[name=name_en]")).toHaveValue("Another name");
  await sheet.locator("[name=basis]").fill("2026-13");
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet).toHaveCount(0);

  const reviewer = new PlanPage(await pageOf(browser, "reviewer"));
  await reviewer.open(url);
  await reviewer.page.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = reviewer.page.getByRole("region", { name: say("changes.queue") });
  await queue.locator(".change-set").filter({ hasText: "2026-13" }).click();
  await expect(reviewer.page.locator(".compared-places .before")).toHaveCount(1);
  const desk = reviewer.page.getByRole("region", { name: say("review.desk") });
  await expect(desk.getByRole("cell", { name: taken })).toBeVisible();
  await desk.getByLabel(say("changes.reason")).fill("Which document?");
  await desk.getByRole("button", { name: say("changes.return"), exact: true }).click();
  await expect(queue.locator(".change-set").filter({ hasText: "2026-13" })).toHaveCount(0);

  await own.getByRole("button", { name: say("dialog.close") }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole("button", { name: say("changes.own_button"), exact: true }).click();
  await expect(own.getByText("Which document?")).toBeVisible();
  await own.getByRole("button", { name: say("changes.mend") }).click();
  await expect(sheet.locator("[data-place]")).toHaveText(taken);
  await sheet.locator("[name=basis]").fill("2026-14");
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet).toHaveCount(0);
  await expect(own.locator("[data-state=in-review]")).toHaveCount(1);
  await own
    .getByRole("button", { name: say("changes.withdraw") })
    .first()
    .click();
  await expect(own.getByRole("button", { name: say("changes.withdraw") })).toHaveCount(0);
});

test("a road is changed with the editor from its card, drawn on, and the change set carries it as it is stored", async ({
  plan,
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "staff");
  const road = layer("roads").find(({ geometry }) => geometry !== null)?.id ?? "";
  await plan.open(`${url}/?select=roads/${road}`);
  await page.getByRole("button", { name: say("changes.correct_button"), exact: true }).click();
  const sheet = page.getByRole("region", { name: say("changes.correct"), exact: true });
  const place = sheet.locator("[data-place]");
  const standing = (await place.textContent()) ?? "";
  await sheet.getByRole("button", { name: say("changes.draw") }).click();
  await expect(page.locator(".draw-handle").first()).toBeVisible();
  await expect(sheet.getByRole("radio", { name: say("draw.line"), exact: true })).toBeVisible();
  await expect(sheet.getByRole("radio", { name: say("draw.polygon"), exact: true })).toHaveCount(0);
  await expect(place).toHaveText(standing);

  // by keys alone: from its first vertex on to the middle of the map, and ended there
  await page.locator("#map").focus();
  await page.keyboard.press("PageDown");
  await sheet.getByRole("button", { name: say("draw.draw_on"), exact: true }).click();
  await page.locator("#map").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("button", { name: say("draw.finish"), exact: true })).toHaveCount(0);
  await expect(place).not.toHaveText(standing);
  await sheet
    .getByRole("button", { name: say("draw.undo"), exact: false })
    .first()
    .click();
  await expect(place).toHaveText(standing);
  await sheet.getByRole("button", { name: say("draw.redo"), exact: true }).click();
  await expect(place).not.toHaveText(standing);
  await sheet.locator("[name=basis]").fill("2026-20");
  await sheet.getByRole("button", { name: say("changes.submit") }).click();
  await expect(sheet).toHaveCount(0);

  const { request } = page.context();
  const set = (await setsInReview(page)).find(({ basis }) => basis === "2026-20");
  const { items } = (await (await request.get(`${url}/api/change-sets/${set?.id}`)).json()) as {
    items: { before: { geometry: Stored }; after: { geometry: Stored } }[];
  };
  const [before, after] = [items[0]?.before.geometry, items[0]?.after.geometry];
  expect(after?.type).toBe("MultiLineString");
  expect(after?.coordinates[0]?.length).toBe((before?.coordinates[0]?.length ?? 0) + 1);
  expect(after?.coordinates[0]?.slice(1)).toEqual(before?.coordinates[0]);
  // nothing of it waits for others
  await act(page, set, "withdraw");
});

test("an open map comes to a new revision within two seconds and keeps what somebody is doing", async ({
  plan,
  page,
  browser,
}) => {
  await signInAs(page, "staff");
  const filter = "&filter=plan_status='planned'";
  await plan.open(`${url}/?select=parks/park-4${filter}`);
  await page.getByRole("button", { name: say("changes.correct_button"), exact: true }).click();
  const sheet = page.getByRole("region", { name: say("changes.correct"), exact: true });
  await sheet.locator("[name=basis]").fill("half a sent");
  const loadedAt = await page.evaluate(() => performance.timeOrigin);
  const view = new URL(page.url()).search;

  const writer = await pageOf(browser, "staff");
  const name = `Live ${Date.now()}`;
  const title = await submitCorrection(writer, "parks", "park-5", { name_en: name });
  const judge = await pageOf(browser, "reviewer");
  const set = (await setsInReview(judge)).find((one) => one.title === title);
  const asked = page.waitForResponse((answer) => answer.url().includes("/collections/parks/items") && answer.ok());
  const approved = Date.now();
  await act(judge, set, "approve");
  await asked;
  const seen = Date.now() - approved;
  test.info().annotations.push({ type: "asked for again after", description: `${seen} ms` });
  expect(seen).toBeLessThan(2000);

  await expect(sheet.locator("[name=basis]")).toHaveValue("half a sent");
  await expect(sheet.locator("[name=basis]")).toBeFocused();
  expect(new URL(page.url()).search).toBe(view);
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
});

test("what was approved is undone from the list of one's own, by another change that is approved", async ({
  plan,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const name = `To be undone ${Date.now()}`;
  await signInAs(page, "staff");
  const { request } = page.context();
  const nameOf = async () =>
    (await (await request.get(`${url}/ogc/collections/parks/items/park-8?f=json`)).json()).properties.name_en;
  const before = await nameOf();
  const title = await submitCorrection(page, "parks", "park-8", { name_en: name });
  const judge = await pageOf(browser, "reviewer");
  const approve = async (wanted: string) =>
    act(
      judge,
      (await setsInReview(judge)).find((one) => one.title === wanted),
      "approve",
    );
  await approve(title);
  expect(await nameOf()).toBe(name);

  await plan.open(url);
  await page.getByRole("button", { name: say("changes.own_button"), exact: true }).click();
  const own = page.getByRole("region", { name: say("changes.own_title") });
  const line = own.getByRole("listitem").filter({ has: page.getByText(title, { exact: true }) });
  await line.getByRole("button", { name: say("changes.undo"), exact: true }).click();
  await line.getByLabel(say("changes.basis")).fill("order 7");
  await line.getByRole("button", { name: say("changes.undo_submit") }).click();
  const undoing = say("changes.undo_title", { title });
  await expect(own.getByRole("listitem").filter({ hasText: undoing }).locator("[data-state=in-review]")).toHaveCount(1);
  await approve(undoing);
  expect(await nameOf()).toBe(before);

  plan.expectedComplaints = /409 .*\/undo$/;
  // a second time there is nothing to be undone: that is said, and nothing is left behind
  await line.getByRole("button", { name: say("changes.undo"), exact: true }).click();
  await line.getByLabel(say("changes.basis")).fill("order 8");
  await line.getByRole("button", { name: say("changes.undo_submit") }).click();
  await expect(own.getByRole("alert")).not.toBeEmpty();
});

for (const theme of ["light", "dark"] as const)
  test(`axe finds no serious violation on the sheets of those who change the plan, ${theme}`, async ({
    plan,
    page,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await signInAs(page, "staff");
    const sheets = [
      { at: `/?select=parks/park-2`, button: "changes.correct_button" },
      { at: `/?select=projects/${bare}`, button: "changes.place_button" },
      { at: "/?", button: "changes.own_button" },
      { at: "/?", button: "account.of" },
    ] as const;
    for (const width of [1440, 390])
      for (const { at, button } of sheets) {
        await page.setViewportSize({ width, height: 860 });
        await plan.open(`${url}${at}&theme=${theme}`);
        if (width === 390 && at === "/?") await page.getByRole("button", { name: say("view.settings") }).click();
        await page
          .getByRole("button", { name: say(button, { name: "staff" }), exact: true })
          .first()
          .click();
        await page.locator(".change-form, .change-own, dialog.account-sheet").first().waitFor();
        expect(await seriousViolations(page), `${button}, ${width} px`).toEqual([]);
      }
  });
