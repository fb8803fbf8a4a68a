import { openFromQueue, pageOf, signInAs, submitCorrection, changesUrl as url } from "./support/accounts.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { layer, say, termName } from "./support/words.ts";

/** The desk where people decide on what others propose. The account of each role is called as the role is. */

test.beforeEach(() => test.skip(url === "", "needs the server whose plan tests change"));

test("a comment is pinned to the map and to a property, answered by the author, and resolved", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const staff = new PlanPage(await pageOf(browser, "staff"));
  const title = await submitCorrection(staff.page, "parks", "park-9", { name_en: `Discussed ${Date.now()}` });

  await signInAs(page, "reviewer");
  await plan.open(url);
  await page.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const row = page.getByRole("region", { name: say("changes.queue") }).getByRole("button", { name: title });
  await row.focus();
  await page.keyboard.press("Enter");
  const desk = page.getByRole("region", { name: say("review.desk") });
  await expect(desk.getByRole("heading", { name: title })).toBeFocused();

  // C leads to the comment; a press on the map pins it
  await page.keyboard.press("c");
  await page.keyboard.type("Where does this name come from?");
  await desk.getByRole("button", { name: say("review.pin") }).click();
  await page.mouse.click(700, 420);
  await desk.getByRole("button", { name: say("review.say") }).click();
  const thread = desk.locator(".review-thread").filter({ hasText: "Where does this name come from?" });
  await expect(thread).toContainText("reviewer");
  await expect(page.locator(".compared-places [data-pin='1']")).toHaveCount(1);

  // of a property, by keyboard alone
  await desk
    .getByRole("button", { name: /Discussed|英文|English/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(desk.locator("[name=comment]")).toBeFocused();
  await page.keyboard.type("The spelling.");
  await desk.getByRole("button", { name: say("review.say") }).click();
  await expect(desk.locator(".review-thread").filter({ hasText: "The spelling." })).toContainText("park-9");

  // the author finds it among what was submitted, and answers
  await staff.open(url);
  await staff.page.getByRole("button", { name: say("changes.own_button"), exact: true }).click();
  const own = staff.page.getByRole("region", { name: say("changes.own_title") });
  await own
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByRole("button", { name: say("changes.look") })
    .click();
  const seen = staff.page.getByRole("region", { name: say("review.desk") });
  await seen.getByLabel(say("review.answer_to", { number: 1 })).fill("From document 12.");
  await staff.page.keyboard.press("Enter");
  await expect(seen.locator(".review-thread").first()).toContainText("From document 12.");
  await expect(seen.getByRole("button", { name: say("review.resolve") })).toHaveCount(0);

  await page.keyboard.press("Escape");
  await expect(desk).toHaveCount(0);
  await row.click();
  await expect(thread).toContainText("From document 12.");
  await thread.getByRole("button", { name: say("review.resolve") }).click();
  await expect(thread).toHaveAttribute("data-resolved", "true");
  await expect(page.locator(".compared-places [data-pin='1'].muted")).toHaveCount(1);

  await desk.getByLabel(say("changes.reason")).fill("As discussed.");
  await desk.getByRole("button", { name: say("changes.return"), exact: true }).click();
  await expect(row).toHaveCount(0);
});

test("a set is claimed by who reviews it, its author is told at once, and the decision is a sheet", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const staff = new PlanPage(await pageOf(browser, "staff"));
  const name = `Claimed ${Date.now()}`;
  const title = await submitCorrection(staff.page, "parks", "park-10", { name_en: name });
  await staff.open(url);
  const bell = staff.page.getByRole("button", { name: new RegExp(say("notifications.title")) });
  await expect(bell).toBeVisible();

  await signInAs(page, "reviewer");
  await plan.open(url);
  await page.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = page.getByRole("region", { name: say("changes.queue") });
  await queue.getByText(say("review.filter"), { exact: true }).click();
  await queue.locator("[name=filter]").fill(`name_en = '${name}'`);
  await page.keyboard.press("Enter");
  await expect(queue.locator(".change-set")).toHaveCount(1);
  await queue.locator(".change-set").filter({ hasText: title }).click();
  const desk = page.getByRole("region", { name: say("review.desk") });
  await desk.getByRole("button", { name: say("review.claim"), exact: true }).click();
  await expect(desk.getByText(say("review.with_you", { name: "reviewer" }))).toBeVisible();
  await queue.getByRole("radio", { name: new RegExp(say("review.claim_mine")) }).click();
  await expect(queue.locator(".change-set").filter({ hasText: title })).toHaveCount(1);

  // the author has done nothing, and is told
  await expect(staff.page.locator(".notification-count")).toBeVisible();
  await desk.getByLabel(say("changes.reason")).fill("As the document says.");
  await desk.getByRole("button", { name: say("changes.approve") }).click();
  await expect(queue.locator(".change-set").filter({ hasText: title })).toHaveCount(0);
  await bell.click();
  const told = staff.page.locator(".notification-list").getByRole("button", { name: title }).first();
  await expect(told).toContainText(say("notifications.approved", { name: "reviewer" }));
  await told.click();
  const seen = staff.page.getByRole("region", { name: say("review.desk") });
  const [sheet] = await Promise.all([
    staff.page.waitForEvent("popup"),
    seen.locator(".review-decisions a").first().click(),
  ]);
  await expect(sheet.locator("h1")).toContainText("决定书");
  await expect(sheet.getByText("As the document says.")).toBeVisible();

  // the reviewer finds it again among what was approved; staff proposes there to undo it, which waits for a reviewer like any other
  await queue.getByText(say("changes.approved_lately"), { exact: true }).click();
  await queue.locator(".change-more .change-set").filter({ hasText: title }).click();
  await expect(desk.getByText(say("changes.undo_by_staff"))).toBeVisible();
  await seen.getByRole("button", { name: say("changes.undo"), exact: true }).click();
  await seen.locator("[name=undo-basis]").fill("document 13 of 2026");
  await seen.getByRole("button", { name: say("changes.undo_submit") }).click();
  await expect(seen.locator("[name=undo-basis]")).toHaveCount(0);
  await queue.getByRole("button", { name: say("review.filter_clear") }).click();
  await queue.getByRole("radio", { name: new RegExp(say("review.claim_nobody")) }).click();
  await expect(queue.locator(".change-set").filter({ hasText: say("changes.undo_title", { title }) })).toHaveCount(1);
});

test("the desk shows the check of a site as it was when it was submitted and as it is now, with what its author says", async ({
  page,
  plan,
  browser,
}) => {
  const staff = await pageOf(browser, "staff");
  const { request } = staff.context();
  const headers = { origin: url };
  const title = `Site ${Date.now()}`;
  const [west, south] = [116.69, 35.45];
  const ring = [
    [west, south],
    [west + 0.004, south],
    [west + 0.004, south + 0.004],
    [west, south + 0.004],
    [west, south],
  ];
  const site = {
    properties: {
      name_zh: title,
      industry_chain: "construction-machinery",
      plan_status: "planned",
      accuracy_m: 20,
      basis_document: "2026-12",
    },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  const asked = await request.post(`${url}/api/projects/check`, {
    headers,
    data: { type: "Feature", geometry: site.geometry, properties: site.properties },
  });
  // whatever asks for a word, and one that does not
  const { findings } = (await asked.json()) as { findings: { id: string; outcome: string; rule: string }[] };
  const spoken = findings.filter(({ outcome, rule }) => outcome === "attention" || rule === "control-line");
  expect(spoken.length).toBeGreaterThan(0);
  const check_reasons = spoken.map(({ id, outcome }, at) => ({
    finding: id,
    stance: at === 0 || outcome === "attention" ? "contested" : "explained",
    reason: "Asked at the bureau.",
  }));
  const made = await request.post(`${url}/api/drafts`, {
    headers,
    data: { collection: "project-sites", ...site, check_reasons },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id, code } = (await made.json()) as { id: string; code: string };
  const set = await request.post(`${url}/api/change-sets`, {
    headers,
    data: { title, basis: "2026-12", drafts: [id], submit: true },
  });
  expect(set.status(), await set.text()).toBe(201);

  await signInAs(page, "reviewer");
  await plan.open(url);
  await openFromQueue(page, title);
  const checks = page.getByRole("region", { name: say("review.checks") });
  await expect(checks.getByText(say("review.check_same"))).toBeVisible();
  await expect(checks.locator("[data-stance]")).toHaveCount(spoken.length);
  await expect(checks.locator("[data-stance] q").first()).toHaveText("Asked at the bureau.");

  // what is contested is a task, without which nothing is approved
  const desk = page.getByRole("region", { name: say("review.desk") });
  const tasks = page.getByRole("region", { name: say("review.contested"), exact: true });
  const contested = check_reasons.filter(({ stance }) => stance === "contested").length;
  await expect(tasks.getByRole("listitem")).toHaveCount(contested);
  plan.expectedComplaints = /409 \(Conflict\)/;
  await desk.getByRole("button", { name: say("changes.approve"), exact: true }).click();
  await expect(desk.getByText(say("problem.contested-findings-open", { number: contested }))).toBeVisible();
  for (let open = contested; open > 0; open--) {
    const task = tasks.locator("[data-outcome=open]").first();
    await task.getByRole("textbox").fill("Seen on the ground.");
    await task.getByRole("button", { name: say("review.contest_accept"), exact: true }).click();
    await expect(tasks.locator("[data-outcome=open]")).toHaveCount(open - 1);
  }
  await desk.getByRole("button", { name: say("changes.approve"), exact: true }).click();
  await expect(desk.getByRole("heading", { name: title })).toHaveCount(0);

  // what staff say is their word with its basis, and the plan is not said to be silent about it
  await plan.open(`${url}/?select=projects/${code}`);
  const card = plan.card();
  await expect(card.getByText(`${termName("origin", "staff")} · 2026-12`)).toBeVisible();
  await expect(card.getByText(say("facts.drawn"))).toBeVisible();
  await expect(card.getByText(say("not_given")).first()).toBeVisible();
  await expect(card.getByText(say("not_stated"))).toHaveCount(0);
});

test("a set of more features than an answer has is on the map as a whole, and listed as far as somebody goes", async ({
  page,
  plan,
  browser,
}) => {
  const collection = "facilities";
  const features = layer(collection).slice(0, 120);
  const placed = features.filter(({ geometry }) => geometry !== null).length;
  expect(placed).toBeGreaterThan(1);
  const { request } = (await pageOf(browser, "staff")).context();
  const headers = { origin: url };
  const standing = await request.get(`${url}/ogc/collections/${collection}/items?limit=1000`);
  const versions = new Map<string, number>();
  for (const { id, properties } of (await standing.json()).features) versions.set(id, properties.version);
  const title = `Many ${Date.now()}`;
  const changes = features.map(({ id }) => ({
    collection,
    code: id,
    based_on: versions.get(id),
    properties: { name_en: `${title} ${id}` },
  }));
  const data = { title, basis: "2026-31", features: changes, submit: true };
  const made = await request.post(`${url}/api/change-sets`, { headers, data });
  expect(made.status(), await made.text()).toBe(201);

  await signInAs(page, "reviewer");
  await plan.open(url);
  await openFromQueue(page, title);
  const desk = page.getByRole("region", { name: say("review.desk") });
  const items = desk.locator(".change-item");
  await expect(items).toHaveCount(20);
  // a point is one line of its own, listed or not
  const drawn = page.locator(".compared-places .after");
  await expect(drawn).toHaveAttribute("d", new RegExp(`^(M[^M]+){${placed}}$`));
  // it goes on by itself where its end comes into view
  const more = desk.getByRole("button", { name: new RegExp(say("changes.more_items", { count: "\\d+" })) });
  await expect(async () => {
    if ((await more.count()) > 0) await more.scrollIntoViewIfNeeded();
    await expect(items).toHaveCount(features.length, { timeout: 200 });
  }).toPass();
  await expect(items.last()).toContainText(`${title} ${features.at(-1)?.id}`);
  await expect(drawn).toHaveAttribute("d", new RegExp(`^(M[^M]+){${placed}}$`));

  const { id } = (await made.json()) as { id: number };
  const seen = { ...headers, "if-match": made.headers().etag ?? "" };
  expect((await request.post(`${url}/api/change-sets/${id}/withdraw`, { headers: seen, data: {} })).status()).toBe(200);
});
