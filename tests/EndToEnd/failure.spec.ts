import { expect, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

test("without network the loaded plan can still be filtered, and the page says so", async ({ plan, page, context }) => {
  await plan.open();
  plan.expectedComplaints = /ERR_INTERNET_DISCONNECTED/;
  await context.setOffline(true);
  await expect(page.getByText(say("states.offline_kept"))).toBeVisible();
  await plan.chain(termName("industry-chain", "construction-machinery")).click();
  await plan.tab("tabs.list").click();
  await expect(plan.list().getByRole("listitem")).toHaveCount(8);
  await context.setOffline(false);
  await expect(page.getByText(say("states.offline_kept"))).toHaveCount(0);
});

test("when the database is away the page says so, and a retry brings the plan", async ({ plan, page }) => {
  plan.expectedComplaints = /503/;
  const away = {
    status: 503,
    contentType: "application/problem+json",
    body: '{"status":503,"code":"database-away"}',
  };
  await page.route("**/ogc/**", (route) => route.fulfill(away));
  // nothing else tells the page that the database is back
  await page.route("**/api/events", (route) => route.fulfill(away));
  await page.goto("/");
  await expect(page.getByText(say("states.load_failed"))).toBeVisible();
  await expect(page.getByText(say("problem.database-away"))).toBeVisible();
  await page.unroute("**/ogc/**");
  await page
    .getByRole("button", { name: say("states.retry") })
    .first()
    .click();
  await expect(plan.chain(termName("industry-chain", "construction-machinery"))).toContainText("8");
});

test("when the catalogue does not come the page says so, and a retry opens it", async ({ plan, page }) => {
  plan.expectedComplaints = /ERR_FAILED/;
  await page.route("**/api/catalogue?*", (route) => route.abort());
  await page.goto("/");
  const notice = page.getByRole("alert");
  await expect(notice).toContainText(say("states.load_failed"));
  await expect(notice).toContainText(say("states.retry", {}, "en"));
  await page.unroute("**/api/catalogue?*");
  await notice.getByRole("button").click();
  await plan.drawn();
  await expect(notice).toHaveCount(0);
  await expect(plan.chain(termName("industry-chain", "construction-machinery"))).toBeVisible();
});

test("a page goes on when another catalogue is loaded, and offers to load it", async ({ plan, page }) => {
  await plan.open();
  await page.route("**/api/catalogue?*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), hash: "another" } });
  });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText(say("states.catalogue_changed"))).toBeVisible();
  await plan.chain(termName("industry-chain", "construction-machinery")).click();
  await plan.tab("tabs.list").click();
  await expect(plan.list().getByRole("listitem")).not.toHaveCount(0);
  await page.unroute("**/api/catalogue?*");
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: say("states.reload") }).click()]);
  await plan.drawn();
  await expect(page.getByText(say("states.catalogue_changed"))).toHaveCount(0);
});
