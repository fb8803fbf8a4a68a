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
