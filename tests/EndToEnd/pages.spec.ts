import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, test } from "./support/plan.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const pages = {
  landing: "/ogc",
  collections: "/ogc/collections",
  collection: "/ogc/collections/parks",
  items: "/ogc/collections/projects/items?limit=20",
  feature: "/ogc/collections/projects/items/project-4-1-1",
  "feature without a place": "/ogc/collections/projects/items/project-4-1-3",
  park: "/parks/park-2",
  "park in Japanese": "/ja/parks/park-5",
  "park in Korean": "/ko/parks/park-10",
  comparison: "/compare?codes=park-2,park-5,park-8,park-10",
  "comparison in Japanese": "/ja/compare?codes=park-2,park-5&rows=all",
  "comparison in Korean": "/ko/compare?codes=park-11",
  "comparison of projects": "/compare?codes=project-4-1-1,project-4-4-3,project-4-5-1&rows=all",
  "comparison of chains in Japanese": "/ja/compare?codes=construction-machinery,biopharma,new-materials",
};

const readers = [
  { name: "Chinese, light, desktop", locale: "zh-CN", colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { name: "English, dark, desktop", locale: "en-GB", colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { name: "Chinese, dark, phone", locale: "zh-CN", colorScheme: "dark", viewport: { width: 390, height: 844 } },
  { name: "English, light, phone", locale: "en-GB", colorScheme: "light", viewport: { width: 390, height: 844 } },
] as const;

for (const { name, ...reader } of readers)
  test.describe(name, () => {
    test.use(reader);

    for (const [what, address] of Object.entries(pages))
      test(`axe finds nothing on the page for people: ${what}`, async ({ plan, page }) => {
        await page.goto(address);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, "nothing stands out on the side").toBeLessThanOrEqual(reader.viewport.width);
        expect(plan.complaints).toEqual([]);
      });
  });

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  const languages = { zh: "适用的政策", en: "Policies that apply", ja: "適用される政策", ko: "적용 정책" };
  for (const [language, policies] of Object.entries(languages))
    test(`an investor reads a park, folds out its policies and compares it, in ${language}`, async ({ page }) => {
      await page.goto(`/${language}/parks/park-2`);
      await expect(page.getByRole("heading", { level: 2, name: policies })).toBeVisible();
      await expect(page.locator(".charts svg").first()).toBeVisible();
      const folded = page.locator("details li").first();
      await expect(folded).toBeHidden();
      await page.locator("details summary").first().click();
      await expect(folded).toBeVisible();
      await page.locator(`.ways a[href*="/${language}/compare"]`).click();
      await page.locator('a[href*="codes=park-2,park-5"]').click();
      await expect(page.getByRole("columnheader")).toHaveCount(2);
      await expect(page.locator(".compare td .meter").first()).toBeVisible();
      await page.locator(".languages a").first().click();
      await expect(page).toHaveURL(/codes=park-2,park-5/);
      await expect(page.getByRole("columnheader")).toHaveCount(2);
    });
});

test("the preview of a park has a picture", async ({ page, request }) => {
  await page.goto("/ja/parks/park-2");
  const address = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
  const picture = await request.get(address);
  expect(picture.headers()["content-type"]).toBe("image/png");
  await page.setContent(`<img src="${address}" alt="">`);
  await expect(page.locator("img")).toHaveJSProperty("naturalWidth", 1200);
});

test("the page of a feature leads to the map, the text, the data and its files", async ({ page }) => {
  await page.goto(`${pages.feature}?lang=en`);
  const address = async (name: string) =>
    new URL((await page.getByRole("link", { name, exact: true }).first().getAttribute("href")) ?? "");
  expect((await address("Show on the map")).search).toBe("?select=projects/project-4-1-1");
  expect((await address("Box 4-1 item 1")).searchParams.get("read")).toBe("fyp14-box-4-1-item-1");
  const files = ["GeoJSON", "CSV", "GeoPackage", "Open in QGIS (QLR)"];
  for (const name of files) {
    const link = page.locator(".exports").getByRole("link", { name });
    const { searchParams } = new URL((await link.getAttribute("href")) ?? "");
    expect(searchParams.get("code")).toBe("project-4-1-1");
  }
  await page.getByRole("link", { name: "Show on the map" }).first().click();
  await expect(page).toHaveURL(/select=projects\/project-4-1-1/);
});

test("a link preview has name, status and kind", async ({ page }) => {
  await page.goto(`${pages.feature}?lang=en`);
  const meta = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute("content");
  expect(await meta("og:title")).toBe(await page.getByRole("heading", { level: 1 }).textContent());
  expect(await meta("og:description")).toContain("Projects · ");
  expect(await meta("og:description")).toContain("Jining");
  expect(await meta("og:url")).toMatch(/\/ogc\/collections\/projects\/items\/project-4-1-1$/);
});

test("an error is a page with words and its code", async ({ page, plan }) => {
  plan.expectedComplaints = /404|400/;
  const answer = await page.goto("/ogc/collections/projects/items/no-such?lang=en");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This cannot be answered");
  await expect(page.getByText("There is no such feature")).toBeVisible();
  await expect(page.getByText("404 feature-unknown")).toBeVisible();
  await page.goto("/ogc/collections/projects/items?no_such=1&lang=zh");
  await expect(page.getByText("parameter: no_such")).toBeVisible();
});

test("paper shows the facts and not the links", async ({ page }) => {
  await page.goto(pages.feature);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.locator(".exports")).toBeHidden();
  await expect(page.locator("header")).toBeHidden();
});
