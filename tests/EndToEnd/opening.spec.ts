import { expect, test } from "./support/plan.ts";
import { layer, product, say } from "./support/words.ts";

test("the server says that it is ready", async ({ request }) => {
  expect((await request.get("/health/live")).status()).toBe(200);
  expect((await request.get("/health/ready")).status()).toBe(200);
});

test("the page opens to the map of the whole plan, without a complaint of the browser", async ({ plan, page }) => {
  await plan.open();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(product.title.zh);
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
});

test("every project of the data is counted, and how many of them are on the map", async ({ plan, page, request }) => {
  await plan.open();
  const facets = await (await request.get("/ogc/collections/projects/facets")).json();
  expect(facets.numberMatched).toBe(layer("projects").length);
  await expect(
    page.getByText(say("summary.on_map", { placed: facets.placed, total: facets.numberMatched })).first(),
  ).toBeVisible();
  await expect(page.getByText(say("summary.without_year", { count: facets.without_horizon }))).toBeVisible();
});

test("nothing is asked of any other machine", async ({ plan, page }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") elsewhere.push(request.url());
  });
  await plan.open();
  expect(elsewhere).toEqual([]);
});

test("a link to a feature opens its card, with where the plan says so", async ({ plan }) => {
  await plan.open("/?select=projects/project-4-1-1");
  const project = layer("projects").find(({ id }) => id === "project-4-1-1");
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project?.properties.name_zh ?? "");
  await expect(plan.card().getByText("4-1").first()).toBeVisible();
});

test("no ratio of scale is on the screen, and the accuracy is", async ({ plan, page }) => {
  await plan.open();
  await expect(page.getByText(/1\s*[:：∶]\s*\d{2,}/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: new RegExp(say("accuracy.badge", { range: "" })) })).toBeVisible();
});
