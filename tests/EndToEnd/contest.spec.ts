import { openFromQueue, pageOf, signInAs, submitCorrection, changesUrl as url } from "./support/accounts.ts";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** What anybody says is wrong, and what is asked of departments: tasks of those who review. */

test.beforeEach(() => test.skip(url === "", "needs the server whose plan tests change"));

test("anybody contests a feature at a place on the map, a reviewer answers, and the reference reads the answer", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  await plan.open(`${url}/?select=parks/park-5`);
  const reason = `It lies further west ${Date.now()}`;
  await page.getByRole("button", { name: say("contest.open"), exact: true }).click();
  const form = page.getByRole("form", { name: say("contest.title") });
  await form.getByRole("button", { name: say("contest.send"), exact: true }).click();
  await expect(form.getByRole("alert")).toHaveText(say("field.missing"));
  await expect(form.locator("[name=reason]")).toBeFocused();
  await form.locator("[name=reason]").fill(reason);
  await expect(form.getByRole("alert")).toHaveCount(0);
  await form.getByLabel(say("contest.contact")).fill("ada@example.org");
  await form.getByRole("checkbox").check();
  await form.getByRole("button", { name: say("contest.pick") }).click();
  await expect(page.getByText(say("contest.press_map"))).toBeVisible();
  await page.mouse.click(700, 420);
  await expect(form.getByLabel(say("contest.place"))).toHaveValue(/^116\.\d+, 35\.\d+$/);
  await form.getByRole("button", { name: say("contest.send"), exact: true }).click();
  const receipt = page.locator(".contest-receipt");
  const reference = (await receipt.locator("strong").textContent()) ?? "";
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

  const reviewer = await pageOf(browser, "reviewer");
  await reviewer.goto(url);
  await reviewer.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  await reviewer.getByRole("radio", { name: new RegExp(`^${say("review.list_contests")}`) }).click();
  const task = reviewer.getByRole("article", { name: reference });
  await expect(task).toContainText(reason);
  await expect(task).toContainText("ada@example.org");
  await task.getByLabel(say("review.contest_answer")).fill("Mended by set 12.");
  await task.getByRole("button", { name: say("review.contest_accept"), exact: true }).click();
  await expect(task).toHaveCount(0);

  const [state] = await Promise.all([
    page.waitForEvent("popup"),
    receipt.getByRole("link", { name: say("contest.state") }).click(),
  ]);
  await expect(state.getByText("Mended by set 12.")).toBeVisible();
  await expect(state.getByText("ada@example.org")).toHaveCount(0);

  // whoever has nothing but the reference finds it where people sign in
  await page.getByRole("button", { name: say("account.title"), exact: true }).click();
  const sheet = page.locator("dialog.account-sheet");
  await sheet.getByText(say("contest.lookup")).click();
  await sheet.getByLabel(say("contest.reference")).fill(reference);
  await page.keyboard.press("Enter");
  await expect(sheet.getByText("Mended by set 12.")).toBeVisible();
});

test("a reviewer asks a department, the set waits for its word, and approving it says so", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const administrator = await pageOf(browser, "administrator");
  const { request } = administrator.context();
  const accounts = (await (await request.get(`${url}/api/accounts`)).json()) as {
    accounts: { id: string; name: string }[];
  };
  const member = accounts.accounts.find(({ name }) => name === "reviewer")?.id;
  const joined = await request.put(`${url}/api/accounts/${member}/departments`, {
    headers: { origin: url },
    data: { departments: ["water"] },
  });
  expect(joined.status(), await joined.text()).toBe(200);
  const staff = await pageOf(browser, "staff");
  const title = await submitCorrection(staff, "parks", "park-7", { name_en: `Asked about ${Date.now()}` });

  await signInAs(page, "reviewer");
  await plan.open(url);
  const queue = await openFromQueue(page, title);
  const words = page.getByRole("region", { name: say("review.words") });
  await words.getByText(say("review.word_ask"), { exact: true }).click();
  await words.getByRole("combobox").first().selectOption("water");
  await words.getByLabel(say("review.word_question")).fill("Does it reach the flood land?");
  await words.getByRole("button", { name: say("review.word_send"), exact: true }).click();
  await expect(words.getByText(say("review.word_outstanding"), { exact: true })).toBeVisible();

  const desk = page.getByRole("region", { name: say("review.desk") });
  plan.expectedComplaints = /409 \(Conflict\)/;
  await desk.getByRole("button", { name: say("changes.approve"), exact: true }).click();
  await expect(desk.getByText(say("problem.words-outstanding", { number: 1 }))).toBeVisible();
  await words.getByLabel(say("review.word_no-objection"), { exact: true }).check();
  await words.getByRole("button", { name: say("review.word_give"), exact: true }).click();
  await expect(words.getByText(say("review.word_outstanding"), { exact: true })).toHaveCount(0);
  await desk.getByRole("button", { name: say("changes.approve"), exact: true }).click();
  await expect(queue.getByRole("button", { name: title })).toHaveCount(0);
});
