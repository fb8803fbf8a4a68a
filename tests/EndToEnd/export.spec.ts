import { readFile } from "node:fs/promises";
import { expect, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

const title = say("export.title", { name: "重点项目" });

test("what is exported is what is listed, under the filter of the page", async ({ plan, page, request }) => {
  await plan.open("/?tab=list&filter=plan_status='planned' AND investment_cny>=3e9");
  await page.getByRole("button", { name: title }).first().click();
  const sheet = page.getByRole("dialog", { name: title });
  await expect(sheet).toContainText("plan_status = 'planned' AND investment_cny>=3e9");
  await sheet.getByRole("combobox", { name: say("export.crs") }).selectOption("EPSG:4548");
  const link = sheet.getByRole("link", { name: /^GeoJSON/ });
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    f: "geojson",
    filter: "plan_status = 'planned' AND investment_cny>=3e9",
    datetime: "2025",
    crs: "EPSG:4548",
  });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("重点项目.geojson");
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  const expected = layer("projects").filter(
    ({ properties }) => properties.plan_status === "planned" && Number(properties.investment_cny ?? 0) >= 3e9,
  );
  expect(file.features.map(({ id }: { id: string }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  await expect(sheet.getByText(say("export.done", { name: "重点项目.geojson" }))).toBeVisible();

  const qgis = await sheet.getByRole("link", { name: say("export.qgis") }).getAttribute("href");
  const definition = await request.get(qgis ?? "");
  expect(definition.status()).toBe(200);
  expect(await definition.text()).toContain("qlr");
});

test("a layer that the filter does not act on is exported whole, and one with a list of chains by its list", async ({
  plan,
  page,
  request,
}) => {
  await plan.open("/?filter=industry_chain='biopharma' AND investment_cny>=3e9");
  const addressOf = async (name: string) => {
    await page.getByRole("button", { name: say("export.title", { name }), exact: true }).click();
    const href = await page.getByRole("link", { name: /^CSV/ }).getAttribute("href");
    await page.keyboard.press("Escape");
    return new URL(href ?? "");
  };
  const water = await addressOf("河渠");
  expect(water.searchParams.get("filter")).toBeNull();
  const parks = await addressOf("园区");
  expect(parks.searchParams.get("filter")).toBe("industry_chain = 'biopharma'");
  for (const address of [water, parks]) expect((await request.get(address.href)).status()).toBe(200);
});

test("why there is no file is said in words", async ({ plan, page }) => {
  plan.expectedComplaints = /429/;
  await page.route("**/export?f=gpkg*", (route) =>
    route.fulfill({
      status: 429,
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 429, code: "too-many-exports" }),
    }),
  );
  await plan.open("/?tab=list");
  await page.getByRole("button", { name: title }).first().click();
  await page.getByRole("link", { name: /^GeoPackage/ }).click();
  await expect(
    page.getByText(say("export.failed", { name: "GeoPackage", problem: say("problem.too-many-exports") })),
  ).toBeVisible();
});
