import { expect, test } from "./support/plan.ts";
import { needsText } from "./support/text.ts";
import { say, termName } from "./support/words.ts";

test("one box finds by initials, in the text and in the vocabulary", async ({ plan, page, request }) => {
  await needsText(request);
  await plan.open();
  await page.keyboard.press("/");
  const field = page.getByRole("combobox");
  await field.fill("llh");
  const results = page.getByRole("listbox", { name: /./ }).filter({ has: page.getByRole("option") });
  await expect(results.getByRole("option").first()).toContainText("蓼");
  await field.fill("科创中轴");
  const group = page.getByRole("group", { name: say("search.group_text") });
  await expect(group.getByRole("option").first()).toContainText("科创中轴");
  await group.getByRole("option").first().click();
  await expect(page).toHaveURL(/read=fyp14-chapter-20-p3/);
  await expect(page.locator("[data-target=true] mark strong")).toHaveText("科创中轴");
});

test("what was found here stays in its place when the server's answer joins", async ({ plan, page }) => {
  let answer = () => {};
  await page.route("**/api/search?*", async (route) => {
    await new Promise<void>((go) => {
      answer = go;
    });
    await route.continue();
  });
  await plan.open();
  const asked = page.waitForRequest(/api\/search/);
  await page.getByRole("combobox").fill("蓼河");
  const names = page.getByRole("group", { name: say("search.group_features"), exact: true }).getByRole("option");
  await expect(names.first()).toBeVisible();
  await asked;
  // the request is held back, so what stands here is what this page holds
  const before = await settled(() => names.allInnerTexts());
  answer();
  await expect(
    page
      .getByRole("group", { name: say("search.group_more") })
      .or(page.getByRole("group", { name: say("search.group_text") }))
      .first(),
  ).toBeVisible();
  expect(await names.allInnerTexts()).toEqual(before);
});

test("a chain of the vocabulary filters, by keyboard", async ({ plan, page }) => {
  await plan.open();
  const field = page.getByRole("combobox");
  await field.fill(termName("industry-chain", "construction-machinery"));
  const terms = page.getByRole("group", { name: say("search.group_terms") });
  await expect(terms.getByRole("option").first()).toBeVisible();
  for (let step = 0; step < 40; step++) {
    if ((await terms.getByRole("option").first().getAttribute("aria-selected")) === "true") break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/industry_chain\+=\+%27construction-machinery%27/);
});

test("without the server the names held here are still found, and the box says so", async ({ plan, page }) => {
  plan.expectedComplaints = /ERR_FAILED|Failed to load/;
  await page.route("**/api/search?*", (route) => route.abort());
  await plan.open();
  await page.getByRole("combobox").fill("蓼河");
  await expect(page.getByText(say("search.away"))).toBeVisible();
  await expect(page.getByRole("option").first()).toContainText("蓼河");
});

test("a word with a wrong character is met with a suggestion", async ({ plan, page }) => {
  await plan.open();
  await page.getByRole("combobox").fill("寂河智");
  const suggested = page.getByRole("button", { name: say("search.suggestion", { text: "蓼河智慧活力带" }) });
  await suggested.click();
  await expect(page.getByRole("option").first()).toContainText("蓼河智慧活力带");
});

/** The plan may still be coming in; the list counts once it is the same twice. */
async function settled(read: () => Promise<string[]>): Promise<string[]> {
  let last: string[] = [];
  await expect
    .poll(
      async () => {
        const now = await read();
        const same = now.length > 0 && now.join() === last.join();
        last = now;
        return same;
      },
      { intervals: [400] },
    )
    .toBe(true);
  return last;
}
