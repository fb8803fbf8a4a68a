import { act, pageOf, setsInReview, changesUrl as url } from "./support/accounts.ts";
import { seriousViolations } from "./support/axe.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { collection, layer, say, termName } from "./support/words.ts";

/** Many projects are given a later state at once; another approves it; map and list show it when they are asked to. */

const filter = "plan_status = 'under-construction'";
const concerned = layer("projects").filter(({ properties }) => properties.plan_status === "under-construction");
const named = concerned[0];

test("staff confirm a later state of many projects, and who looks at the map sees either and which", async ({
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const staff = await pageOf(browser, "staff");
  await new PlanPage(staff).open(`${url}/?filter=${encodeURIComponent(filter)}`);
  await staff.getByRole("button", { name: say("changes.bulk_button"), exact: true }).click();
  const sheet = staff.getByRole("region", { name: say("changes.own_title"), exact: true });
  await expect(sheet.locator("[name=bulk-filter]")).toHaveValue(filter);
  const property = sheet.locator("[name=bulk-property]");
  await property.selectOption("status_confirmed");
  await sheet.locator("[name=status_confirmed]").selectOption("existing");
  await sheet.getByRole("button", { name: say("changes.bulk_preview") }).click();
  const found = sheet.getByText(say("changes.bulk_number", { number: concerned.length }));
  await expect(found).toBeVisible();

  // half a confirmation is refused for all of them and nothing is lost
  await sheet.locator("[name=bulk-basis]").fill("2026-30");
  const submit = sheet.getByRole("button", { name: say("changes.bulk_submit", { number: concerned.length }) });
  await submit.click();
  await expect(sheet.getByRole("alert")).toContainText(
    collection("projects").properties.find(({ name }) => name === "status_confirmed_on")?.title.zh ?? "?",
  );
  await property.selectOption("status_confirmed_on");
  await expect(found).toHaveCount(0);
  await sheet.locator("[name=status_confirmed_on]").fill("2026-11-30");
  await property.selectOption("status_confirmed_source");
  await sheet.locator("[name=status_confirmed_source]").fill("现场核查 2026-30");
  await sheet.getByRole("button", { name: say("changes.bulk_preview") }).click();
  await expect(found).toBeVisible();
  await expect(staff.locator(".compared-places .after")).toHaveCount(1);
  expect(await seriousViolations(staff)).toEqual([]);
  await sheet.locator("[name=bulk-basis]").fill("2026-30");
  await submit.click();
  await expect(
    sheet
      .getByRole("listitem")
      .filter({ hasText: termName("review-state", "in-review") })
      .first(),
  ).toBeVisible();

  const reviewer = await pageOf(browser, "reviewer");
  const set = (await setsInReview(reviewer)).find(({ basis }) => basis === "2026-30");
  expect(set?.number).toBe(concerned.length);
  await act(reviewer, set, "approve");

  await plan.open(`${url}/?tab=list&filter=${encodeURIComponent(filter)}`);
  const { page } = plan;
  const row = page.locator(`.project-row[data-code="${named?.id}"]`);
  await expect(row).toContainText(termName("plan-status", "under-construction"));
  await page.getByRole("radio", { name: say("confirmed.confirmed") }).click();
  await expect(row).toContainText(termName("plan-status", "existing"));
  await expect(row).toContainText("2026-11-30");
  await expect(page).toHaveURL(/[?&]status=confirmed/);
  await page.reload();
  await expect(row).toContainText("2026-11-30");

  // the card has both, each with where it is from; the filter asks for either
  await row.click();
  await expect(plan.card()).toContainText("现场核查 2026-30");
  await expect(plan.card()).toContainText(termName("plan-status", "under-construction"));
  await page.goto(`${url}/?tab=list&filter=${encodeURIComponent("status_confirmed = 'existing'")}`);
  await expect(page.locator(".project-row")).toHaveCount(concerned.length);
});
