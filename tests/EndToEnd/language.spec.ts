import { expect, test } from "./support/plan.ts";
import { layer, product, say, termName } from "./support/words.ts";

test("English is one press away, in the URL, and in the names of the data", async ({ plan, page }) => {
  await plan.open();
  await page.getByRole("radio", { name: /English|^EN$/ }).click();
  await expect(page).toHaveURL(/lang=en/);
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(product.title.en);
  await expect(plan.chain(termName("industry-chain", "construction-machinery", "en"))).toBeVisible();
  await page.reload();
  await expect(plan.tab("tabs.list", "en")).toBeVisible();
});

test("the list in English carries no Chinese name where an English one is known", async ({ plan }) => {
  await plan.open("/?lang=en&tab=list");
  const known = layer("projects").filter(({ properties }) => properties.name_en);
  const rows = await plan.list("en").getByRole("listitem").allInnerTexts();
  expect(rows.length).toBe(layer("projects").length);
  const mistaken = known.filter(({ properties }) => rows.some((row) => row.startsWith(properties.name_zh)));
  expect(mistaken.map(({ id }) => id)).toEqual([]);
});

test("no word of the interface is missing", async ({ plan, page }) => {
  for (const language of ["zh", "en"] as const) {
    await plan.open(`/?lang=${language}&select=parks/park-2`);
    await expect(plan.card(language)).toContainText(say("card.show", {}, language));
    const text = (await page.locator("body").allInnerTexts()).join("\n");
    expect(text).not.toMatch(/\b[a-z]+\.[a-z]+_[a-z]+\b|\{\w+\}|undefined|NaN|\[object/);
    expect(text).toContain(say("card.show", {}, language));
  }
});
