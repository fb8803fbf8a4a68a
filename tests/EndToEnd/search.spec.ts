import { expect, test } from "./support/plan.ts";
import { needsText } from "./support/text.ts";
import { layer, say, termName } from "./support/words.ts";

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

test("a chain that is typed whole stands before its parks, these before all else, in traditional characters too", async ({
  plan,
  page,
}) => {
  const code = "construction-machinery";
  await plan.open();
  const parks = layer("parks").filter(({ properties }) => (properties.industry_chains as string[]).includes(code));
  expect(parks.length).toBeGreaterThan(0);
  const first = page.getByRole("option").first();
  for (const words of [termName("industry-chain", code), "工程機械"]) {
    await page.getByRole("combobox").fill(words);
    await expect(first).toContainText(termName("industry-chain", code));
    await expect(first).toHaveAttribute("data-kind", "term");
    const found = page.getByRole("group", { name: say("search.group_parks") }).getByRole("option");
    await expect(found).toHaveCount(parks.length);
    await expect(page.getByRole("option").nth(1)).toContainText(parks[0]?.properties.name_zh ?? "");
  }
});

test("when nothing has all the words, what has some is listed and that is said", async ({ plan, page }) => {
  await plan.open();
  await page.getByRole("combobox").fill("hydraulic wafers");
  await expect(page.getByText(say("search.parts", { words: "hydraulic、wafers" }))).toBeVisible();
  await expect(
    page
      .getByRole("option")
      .filter({ hasText: /hydraulic|液压/i })
      .first(),
  ).toBeVisible();
});

test("blanks alone ask nothing", async ({ plan, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/search")) asked.push(request.url());
  });
  await plan.open();
  await page.getByRole("combobox").fill(" \u3000 ");
  await expect(page.getByText(say("search.examples"))).toBeVisible();
  await page.getByRole("combobox").press("Enter");
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
});

for (const { how, sign } of [
  { how: "as browsers say it", sign: { isComposing: true } },
  { how: "as Safari says it", sign: { keyCode: 229 } },
])
  test(`Enter and Esc belong to the input method while it composes, ${how}`, async ({ plan, page }) => {
    await plan.open("/?tool=measure-line");
    const field = page.getByRole("combobox");
    await field.fill("蓼河");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.getByRole("button", { name: say("filter.text"), exact: true }).click();
    const editor = page.getByRole("textbox", { name: say("filter.text_label") });
    await editor.fill("plan_status = 'planned'");
    for (const box of [field, editor, page.locator("#map")])
      for (const key of ["Enter", "Escape"])
        await box.evaluate(
          (element, init) =>
            element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })),
          { key, ...sign },
        );
    await expect(field).toHaveValue("蓼河");
    await expect(page).not.toHaveURL(/select=|filter=/);
    await expect(page).toHaveURL(/tool=measure-line/);
    // the same keys act when nothing is being composed
    await editor.press("Enter");
    await expect(page).toHaveURL(/filter=plan_status/);
    await field.press("Escape");
    await expect(field).toHaveValue("");
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
