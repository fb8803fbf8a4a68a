import type { Page } from "@playwright/test";
import { expect, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** What belongs together is shown together, whether the browser holds the collections or asks for what it needs of them. */
const large = process.env.SPATIALPLAN_LARGE_URL ?? "";

const related = (page: Page) => page.locator(".related-item");

for (const card of ["parks/park-5", "facilities/facility-innovation-valley", "core-city/liaohe-new-town"])
  test(`what belongs to ${card} is the same where it is not held`, async ({ plan, page, browser }) => {
    await plan.open(`/?select=${card}`);
    await expect(related(page).first()).toBeVisible();
    const held = await related(page).allInnerTexts();
    const other = await browser.newContext({ baseURL: large });
    const asking = await other.newPage();
    await asking.goto(`/?select=${card}`);
    await expect(related(asking)).toHaveCount(held.length);
    expect(await related(asking).allInnerTexts()).toEqual(held);
    await other.close();
  });

test.describe("in large collections", () => {
  test.use({ baseURL: large });

  test("what a card names leads to a feature that is not held", async ({ plan }) => {
    const facility = layer("facilities").find(({ properties }) => properties.placed_by === "water-liaohe");
    const water = layer("waters").find(({ id }) => id === "water-liaohe");
    const name = String(water?.properties.name_zh);
    await plan.open(`/?select=facilities/${facility?.id}`);
    await plan.card().locator(".placement").getByRole("button", { name }).click();
    await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(name);
  });

  test("the subject of an entry of the work list is named", async ({ plan, page }) => {
    const project = layer("projects").find(({ id }) => id === "project-4-1-1");
    await page.route("**/api/plan/gaps", async (route) => {
      const response = await route.fetch();
      const gaps = await response.json();
      for (const entry of gaps.entries) for (const side of entry.sides) side.subject = project?.id;
      await route.fulfill({ response, json: gaps });
    });
    await plan.open("/?view=gaps");
    const subject = page.locator(".gap-side small").first();
    await expect(subject).toHaveText(/[\u4e00-\u9fff]/);
    expect(String(project?.properties.name_zh)).toContain((await subject.textContent()) ?? "nothing");
  });

  test("what belongs to a card and does not come can be asked for again", async ({ plan, page }) => {
    plan.expectedComplaints = /503/;
    const away = {
      status: 503,
      contentType: "application/problem+json",
      body: '{"status":503,"code":"database-away"}',
    };
    await page.route("**/projects/items?*", (route) => route.fulfill(away));
    await plan.open("/?select=parks/park-5");
    const again = plan
      .card()
      .getByRole("alert")
      .getByRole("button", { name: say("states.retry") });
    await expect(again).toBeVisible();
    const before = await related(page).count();
    await page.unroute("**/projects/items?*");
    await again.click();
    await expect(again).toHaveCount(0);
    expect(await related(page).count()).toBeGreaterThan(before);
  });
});
