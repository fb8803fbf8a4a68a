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

for (const [language, own] of [
  ["ja", /[ぁ-ヶ]/],
  ["ko", /[가-힣]/],
] as const)
  test(`the investor's pages speak ${language}, and the rest says that it does not`, async ({ plan, page }) => {
    await plan.open(`/?lang=${language}&view=parks&ask=chain:construction-machinery&parks=park-2,park-7`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const parks = page.getByRole("region", { name: say("parks.title", {}, language) });
    await expect(parks).toHaveAttribute("lang", language);
    const card = parks.locator(".match-card").first();
    await expect(card).toBeVisible();
    await expect(card.locator(".match-name")).toHaveText(own);
    // the chips of figures follow the language too: 1000 億元, 1000억 위안
    await expect(card.locator(".match-fact").first()).toContainText(language === "ja" ? "億元" : "억 위안");
    await expect(page.locator(".panel-header .fallback-sign")).toHaveAttribute(
      "aria-label",
      say("language.fallback", {}, language),
    );
    await expect(parks.locator(".fallback-sign")).toHaveCount(0);
    const text = await parks.textContent();
    expect(text).not.toMatch(/\b[a-z]+\.[a-z]+_[a-z]+\b|\{\w+\}|undefined|NaN|\[object/);

    // another language is one press away and in the address
    await page.getByRole("radio", { name: "中文" }).click();
    await expect(page).not.toHaveURL(/lang=/);
    await expect(page.locator(".fallback-sign")).toHaveCount(0);
    await page.getByRole("radio", { name: language === "ja" ? "日本語" : "한국어" }).click();
    await expect(parks).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`lang=${language}`));
  });

test("words of other languages are fetched when one of them is chosen", async ({ plan, page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await plan.open("/?view=parks&ask=chain:construction-machinery");
  await expect(page.locator(".match-card").first()).toBeVisible();
  const ofLanguages = () => sent.filter((url) => /japanese|korean|omit=.*\bzh\b/.test(url)).length;
  expect(ofLanguages()).toBe(0);
  await page.getByRole("radio", { name: "한국어" }).click();
  await expect(page.getByRole("region", { name: say("parks.title", {}, "ko") })).toBeVisible();
  expect(ofLanguages()).toBe(2);
});
