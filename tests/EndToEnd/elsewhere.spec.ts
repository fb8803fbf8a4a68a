import { readFileSync } from "node:fs";
import { expect, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/**
 * The same program with another package: an invented harbour elsewhere on earth, with collections of its own, without
 * parks, projects and chains. Nothing is built for it, and the browser has nothing to complain about.
 */
test.use({ baseURL: process.env.SPATIALPLAN_HARBOUR_URL ?? "" });

const fromPackage = (file: string) =>
  JSON.parse(readFileSync(new URL(`../packages/harbour/${file}`, import.meta.url), "utf8"));
const product = fromPackage("catalogue/product.json");
const collections: { id: string; short: { zh: string } }[] = fromPackage("catalogue/layers.json").collections;
const named = (collection: string, code: string): string =>
  fromPackage(`layers/${collection}.geojson`).features.find(({ id }: { id: string }) => id === code).properties.name_zh;

test("it opens with its own title, place and layers, and its map is painted", async ({ plan, page }) => {
  await plan.open();
  await expect(page).toHaveTitle(new RegExp(`${product.place.zh}.*${product.title.zh}`));
  const [west, south, east, north] = product.bbox;
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/#map=/);
  const [, lat = 0, lon = 0] = new URL(page.url()).hash.replace("#map=", "").split("/").map(Number);
  expect(lon).toBeGreaterThan(west);
  expect(lon).toBeLessThan(east);
  expect(lat).toBeGreaterThan(south);
  expect(lat).toBeLessThan(north);
  for (const { short } of collections)
    await expect(
      page.getByRole("switch", { name: say("layers.switch", { name: short.zh }), exact: true }),
    ).toBeVisible();
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
});

test("what it has not is not there: no list of projects, no chains, no panorama, and a link to them opens the map", async ({
  plan,
  page,
}) => {
  await plan.open("/?tab=list&view=panorama");
  await expect(plan.tab("tabs.layers")).toHaveAttribute("aria-selected", "true");
  await expect(plan.tab("tabs.list")).toHaveCount(0);
  await expect(page.getByRole("region", { name: say("chains.title") })).toHaveCount(0);
  await expect(page.getByRole("button", { name: say("panorama.open") })).toHaveCount(0);
  await expect(page.getByRole("button", { name: say("gaps.open") })).toBeVisible();
  await page.keyboard.press("i");
  await expect(plan.tab("tabs.layers")).toBeVisible();
  const horizon = page.getByRole("region", { name: say("horizon.title") });
  await horizon.getByRole("radio").first().click();
  await expect(horizon.getByText(say("not_stated"))).toBeVisible();
});

test("its features are found and open their card, from the search and from the list of the map", async ({
  plan,
  page,
}) => {
  await plan.open();
  const tarn = named("tarns", "mirror-tarn");
  await page.getByRole("combobox", { name: say("search.label") }).fill(tarn);
  await page.getByRole("option", { name: tarn }).first().click();
  await expect(plan.card().getByRole("heading", { name: tarn })).toBeVisible();
  const beacon = named("beacons", "beacon-1");
  await plan.open("/?select=beacons/beacon-1");
  await expect(plan.card().getByRole("heading", { name: beacon })).toBeVisible();
  await expect(plan.card().getByText(named("quays", "quay-east")).first()).toBeVisible();
  const unplaced = named("quays", "quay-old");
  await plan.open("/?select=quays/quay-old");
  await expect(plan.card().getByRole("heading", { name: unplaced })).toBeVisible();
});

test("gaps, policies, text and export open with what it has", async ({ plan, page }) => {
  for (const address of ["/?view=gaps", "/?view=policies", "/?tab=text", "/?lang=en"]) {
    await plan.open(address);
    await expect(page.getByRole("complementary").first()).toBeVisible();
  }
});
