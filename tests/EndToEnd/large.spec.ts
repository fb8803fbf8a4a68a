import type { Locator, Page } from "@playwright/test";
import { encodeTile } from "../../client/src/map/tiles/encode.ts";
import { expect, test } from "./support/plan.ts";
import { layer, say, termName, terms } from "./support/words.ts";

/**
 * The same plan on a server that calls more than five features a large collection: projects, roads and waters then
 * come as tiles, and everything a person does has to work as it does with features.
 */
test.use({ baseURL: process.env.SPATIALPLAN_LARGE_URL ?? "" });

const PROJECTS = "projects";
const chain = "construction-machinery";
const tilesReady = (page: Page) => expect(page.locator("#map")).toHaveAttribute("data-tiles", "ready");

/** A placed project of the plan, and the address of a map with it in its middle. */
async function aProject(page: Page, zoom: number) {
  const answer = await (await page.request.get(`/ogc/collections/${PROJECTS}/items?placement=inferred,stated`)).json();
  const [feature] = answer.features as {
    id: string;
    properties: { name_zh: string };
    geometry: { coordinates: number[] };
  }[];
  if (!feature) throw new Error("the plan has no placed project");
  const [lon = 0, lat = 0] = feature.geometry.coordinates;
  return { ...feature, address: (query = "") => `/?${query}#map=${zoom}/${lat.toFixed(4)}/${lon.toFixed(4)}` };
}

/** A place on the square of Web Mercator, 0 to 1 from the north-west. */
const unit = (lat: number, lon: number) => ({
  x: (lon + 180) / 360,
  y: 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI),
});

const middle = async (map: Locator) => {
  const box = await map.boundingBox();
  if (!box) throw new Error("there is no map");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test("no large collection is fetched as items, and each is drawn from tiles", async ({ plan, page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await plan.open("/");
  await tilesReady(page);
  const large: { id: string }[] = (
    await (await page.request.get("/ogc/tiles/WebMercatorQuad/tilejson")).json()
  ).vector_layers.filter((entry: { "x-large": boolean }) => entry["x-large"]);
  expect(large.map(({ id }) => id)).toContain(PROJECTS);
  expect(asked.filter((url) => /collections\/(projects|roads)\/items/.test(url))).toEqual([]);
  expect(asked.some((url) => /collections\/projects\/tiles\//.test(url))).toBe(true);
  // the structure fades instead of leaving: it is held whole, however many parks there are
  expect(asked.some((url) => /collections\/parks\/items/.test(url))).toBe(true);
  await expect(page.locator('.plan-tiles[data-collection="projects"] canvas').first()).toBeVisible();
  await expect(page.locator('.plan-tiles[data-collection="roads"] canvas').first()).toBeVisible();
});

test("what the map counts is what list and facets count, at two zooms", async ({ plan, page }) => {
  const facets = await (await page.request.get(`/ogc/collections/${PROJECTS}/facets?datetime=2025`)).json();
  for (const zoom of [10, 11.4]) {
    await plan.open(`/?tab=list#map=${zoom}/35.42/116.70`);
    await tilesReady(page);
    const words = say("thinned.counted", { name: "重点项目", count: facets.placed });
    await expect(page.getByText(words)).toBeVisible();
    await expect(
      plan.list().getByText(say("projects.on_map", { placed: facets.placed, total: facets.numberMatched })),
    ).toBeVisible();
  }
});

test("a filter reaches tiles, list and counts, and comes back with the link", async ({ plan, page }) => {
  await plan.open("/?tab=list#map=10.5/35.42/116.70");
  await tilesReady(page);
  await plan.tab("tabs.layers").click();
  await plan.chain(termName("industry-chain", chain)).click();
  const facets = await (
    await page.request.get(`/ogc/collections/${PROJECTS}/facets?datetime=2025&industry_chain=${chain}`)
  ).json();
  const look = async () => {
    await tilesReady(page);
    await plan.tab("tabs.list").click();
    await expect(plan.list().getByRole("listitem")).toHaveCount(facets.numberMatched);
    await expect(page.getByText(say("thinned.counted", { name: "重点项目", count: facets.placed }))).toBeVisible();
  };
  await look();
  await page.reload();
  await plan.drawn();
  await look();
});

test("the list of a large collection is sorted by the server", async ({ plan, page }) => {
  const answer = await (
    await page.request.get(
      `/ogc/collections/${PROJECTS}/items?placement=unplaced&datetime=2025&sortby=-investment_cny&limit=3`,
    )
  ).json();
  const names = answer.features.map((feature: { properties: { name_zh: string } }) => feature.properties.name_zh);
  await plan.open("/?tab=list&show=unplaced&sort=investment");
  const rows = plan.list().getByRole("listitem");
  for (const [index, name] of names.entries()) await expect(rows.nth(index)).toContainText(name);
});

test("statuses of a large collection are sorted as those of a small one", async ({ plan, page }) => {
  const order = terms("plan-status").map(({ code }) => code);
  await plan.open("/?tab=list&show=unplaced&sort=status");
  const rows = plan.list().getByRole("listitem");
  const answer = await (
    await page.request.get(`/ogc/collections/${PROJECTS}/items?placement=unplaced&datetime=2025&limit=1000`)
  ).json();
  type Row = { properties: { name_zh: string; plan_status: string } };
  const names = (answer.features as Row[])
    .sort((a, b) => order.indexOf(a.properties.plan_status) - order.indexOf(b.properties.plan_status))
    .map(({ properties }) => properties.name_zh);
  await expect(rows).toHaveCount(names.length);
  expect(await rows.locator(".project-name").allTextContents()).toEqual(names);
});

test("signs on one spot of a tile are set around it, and each can be pressed", async ({ plan, page }) => {
  const answer = await (await page.request.get(`/ogc/collections/${PROJECTS}/items?limit=3`)).json();
  const codes = (answer.features as { id: string }[]).map(({ id }) => id).sort();
  const tile = encodeTile({
    projects: codes.map((code) => ({ kind: "point", at: [[2048, 2048]], properties: { code, name_zh: code } })),
  });
  // a tile near the middle of the zone, as 512 pixels of a map at zoom 18
  const [col, row] = [unit(35.42, 116.7).x, unit(35.42, 116.7).y].map((value) => Math.floor(value * 2 ** 17)) as [
    number,
    number,
  ];
  await page.route("**/collections/projects/tiles/**", (route) =>
    route.request().url().includes(`/17/${row}/${col}`)
      ? route.fulfill({ contentType: "application/vnd.mapbox-vector-tile", body: Buffer.from(tile) })
      : route.fulfill({ status: 204 }),
  );
  const [lat, lon] = [35.42, 116.7];
  const found: string[] = [];
  for (const angle of [-90, 30, 150]) {
    // opening a card may move the map: each is pressed on the view of the link
    await plan.open(`/?tab=text#map=18/${lat}/${lon}`);
    await tilesReady(page);
    const { x, y } = await middle(page.locator("#map"));
    const spot = {
      x: x + ((col + 0.5) / 2 ** 17 - unit(lat, lon).x) * 256 * 2 ** 18,
      y: y + ((row + 0.5) / 2 ** 17 - unit(lat, lon).y) * 256 * 2 ** 18,
    };
    const turn = (angle * Math.PI) / 180;
    await page.mouse.click(spot.x + 15 * Math.cos(turn), spot.y + 15 * Math.sin(turn));
    await expect(page).toHaveURL(/select=projects/);
    found.push(/select=projects\/([\w-]+)/.exec(page.url())?.[1] ?? "");
  }
  expect(found.sort()).toEqual(codes);
});

test("pointing at a sign of a tile outlines it, pressing it opens its card", async ({ plan, page }) => {
  const project = await aProject(page, 16);
  await plan.open(project.address("tab=text"));
  await tilesReady(page);
  const map = page.locator("#map");
  const { x, y } = await middle(map);
  await page.mouse.move(x + 1, y + 1);
  await expect(map).toHaveCSS("cursor", "pointer");
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(new RegExp(`select=${PROJECTS}/${project.id}`));
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project.properties.name_zh);
  // what lies below it is listed with it, whether it came as a feature or in a tile
  const here = plan.card().getByRole("region", { name: new RegExp(say("also_here.title", { count: "\\d+" })) });
  await expect(here.getByRole("button").first()).toContainText(project.properties.name_zh);
  await expect(here).toContainText("园区");
});

test("a link to a feature of a large collection opens its card, by any of its codes", async ({ plan, page }) => {
  await plan.open("/?select=projects/project-9-1-2");
  const project = layer(PROJECTS).find(({ id }) => id === "project-4-4-3");
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project?.properties.name_zh ?? "");
  await expect(page).toHaveURL(/select=projects\/project-4-4-3/);
});

test("a link to a code that does not exist says so", async ({ plan, page }) => {
  plan.expectedComplaints = /404/;
  await plan.open("/?select=projects/project-99-9-9");
  await expect(page.getByText(say("states.unknown_feature"))).toBeVisible();
});

test("a card that does not come says so and can be asked for again", async ({ plan, page }) => {
  plan.expectedComplaints = /503/;
  const project = await aProject(page, 15);
  const away = { status: 503, contentType: "application/problem+json", body: '{"status":503,"code":"database-away"}' };
  await page.route(`**/items/${project.id}`, (route) => route.fulfill(away));
  await plan.open(`/?select=${PROJECTS}/${project.id}`);
  await expect(page.getByText(say("states.load_failed"))).toBeVisible();
  await page.unroute(`**/items/${project.id}`);
  await page.getByRole("button", { name: say("states.retry") }).click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project.properties.name_zh);
});

test("pressing a symbol that counts many zooms in", async ({ plan, page }) => {
  const project = await aProject(page, 10);
  await plan.open(project.address("tab=text"));
  await tilesReady(page);
  const map = page.locator("#map");
  const { x, y } = await middle(map);
  // the symbol stands where its projects are on average, near the one in the middle
  let found = false;
  for (let reach = 0; reach <= 60 && !found; reach += 6) {
    for (let turn = 0; turn < 12 && !found; turn++) {
      await page.mouse.move(x + reach * Math.cos(turn * 0.5236), y + reach * Math.sin(turn * 0.5236));
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      found = (await map.evaluate((element) => element.style.cursor)) === "zoom-in";
    }
  }
  expect(found).toBe(true);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(/#map=11\.5\//);
  await expect(page).not.toHaveURL(/select=/);
});

test("the list of the map holds what tiles show, and opens it", async ({ plan, page }) => {
  const project = await aProject(page, 16);
  await plan.open(project.address());
  await tilesReady(page);
  await plan.mapList().focus();
  const option = plan.mapList().getByRole("option", { name: new RegExp(project.properties.name_zh) });
  await expect(option).toBeVisible();
  await option.click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project.properties.name_zh);
});

test("a layer of tiles is switched, faded and ordered as any other", async ({ plan, page }) => {
  await plan.open("/?layers=zone,roads:0.4,projects");
  await tilesReady(page);
  const panes = page.locator(".plan-tiles");
  await expect(panes).toHaveCount(2);
  expect(await panes.evaluateAll((list) => list.map((pane) => (pane as HTMLElement).dataset.collection))).toEqual([
    "roads",
    "projects",
  ]);
  await expect(panes.first().locator("canvas").first()).toHaveCSS("opacity", "0.4");
  await page.getByRole("switch", { name: say("layers.switch", { name: "项目" }), exact: true }).click();
  await expect(panes).toHaveCount(1);
});

test("search finds a feature of a large collection and opens it", async ({ plan, page }) => {
  const project = await aProject(page, 15);
  await plan.open("/");
  await page.getByRole("combobox").fill(project.properties.name_zh);
  await page
    .getByRole("option", { name: new RegExp(project.properties.name_zh) })
    .first()
    .click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project.properties.name_zh);
});

test("a paragraph that more features cite than are listed says so, in its chapter and over the map", async ({
  plan,
  page,
}) => {
  const cut = { collection: PROJECTS, number: 0, is_exact: false };
  await page.route("**/api/plan/chapters/12", async (route) => {
    const response = await route.fetch();
    const chapter = await response.json();
    for (const paragraph of chapter.paragraphs) paragraph.left_out = [cut];
    await route.fulfill({ response, json: chapter });
  });
  await page.route("**/api/plan/paragraphs/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), left_out: [{ ...cut, number: 900 }] } });
  });
  await plan.open("/?tab=text&read=chapter-12");
  const show = page.locator('[data-paragraph="fyp14-chapter-12-p3"] .show-paragraph');
  await expect(show).toContainText(say("reading.and_others"));
  await show.click();
  await expect(page.locator(".shown-set")).toContainText(say("reading.and_more_than", { count: 900 }));
});

test("tiles that do not come leave the rest of the map, say so, and come when they can", async ({ plan, page }) => {
  plan.expectedComplaints = /503/;
  const away = { status: 503, contentType: "application/problem+json", body: '{"status":503,"code":"database-away"}' };
  await page.route("**/collections/projects/tiles/**", (route) => route.fulfill(away));
  await plan.open("/");
  await expect(page.getByText(say("tiles.failed"))).toBeVisible();
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
  const asked = page.waitForRequest("**/collections/projects/tiles/**");
  const retry = page.getByRole("button", { name: say("states.retry") });
  await retry.click();
  await asked;
  await page.unroute("**/collections/projects/tiles/**");
  // they are asked for without the button, too, which goes with the word
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 1000 });
    await expect(page.getByText(say("tiles.failed"))).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await tilesReady(page);
});

test("a browser that cannot paint in a worker paints on the page", async ({ plan, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "OffscreenCanvas", { value: undefined });
  });
  await plan.open("/");
  await tilesReady(page);
  await expect(page.locator('.plan-tiles[data-collection="projects"] canvas').first()).toBeVisible();
});
