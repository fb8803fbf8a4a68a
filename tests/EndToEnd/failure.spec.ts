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
