import { expect, test } from "./support/plan.ts";
import { layer, layerSwitch, say, termName } from "./support/words.ts";

const chain = "construction-machinery";
const name = termName("industry-chain", chain);

test("choosing 工程机械 leaves its 8 projects in list and URL, and a reload shows the same", async ({
  plan,
  page,
  request,
}) => {
  await plan.open();
  await plan.chain(name).click();
  await expect(page).toHaveURL(new RegExp(`filter=industry_chain\\+=\\+%27${chain}%27`));
  const facets = await (await request.get(`/ogc/collections/projects/facets?industry_chain=${chain}`)).json();
  expect(facets.numberMatched).toBe(8);
  const onMap = say("projects.on_map", { placed: facets.placed, total: 8 });
  const look = async () => {
    await plan.tab("tabs.list").click();
    await expect(plan.list().getByRole("listitem")).toHaveCount(8);
    await expect(plan.list().getByText(onMap)).toBeVisible();
  };
  await look();
  const address = page.url();
  const names = await plan.list().getByRole("listitem").allInnerTexts();
  await page.reload();
  await plan.drawn();
  expect(page.url()).toBe(address);
  await look();
  expect(await plan.list().getByRole("listitem").allInnerTexts()).toEqual(names);
});

test("the total of 工程机械 says how much of it is the 产业城 alone", async ({ plan }) => {
  await plan.open(`/?filter=industry_chain='${chain}'&tab=list`);
  const big = say("projects.of_which", { name: "产业城", value: "" }).trim();
  await expect(plan.list().getByText(new RegExp(`${big}.*1,?000`))).toBeVisible();
});

test("a count ignores its own dimension and follows the other one", async ({ plan, page }) => {
  await plan.open();
  const other = plan.chain(termName("industry-chain", "automotive"));
  const before = (await other.textContent()) ?? "";
  await plan.chain(name).click();
  await expect(plan.chain(name)).toHaveAttribute("aria-pressed", "true");
  await expect(other).toHaveText(before);
  const planned = layer("projects").filter(
    ({ properties }) => properties.industry_chain === chain && properties.plan_status === "planned",
  );
  await expect(
    page.getByRole("button", {
      name: new RegExp(`^${termName("plan-status", "planned")}[\\s，,]+${planned.length}\\b`),
    }),
  ).toBeVisible();
});

test("both numbers of a layer row are of the same filter, and say of how many", async ({ plan, page }) => {
  await plan.open();
  await plan.chain(name).click();
  const row = page
    .locator(".layer")
    .filter({ has: page.getByRole("switch", { name: layerSwitch("projects"), exact: true }) });
  const matched = layer("projects").filter(({ properties }) => properties.industry_chain === chain);
  const unplaced = matched.filter(({ properties }) => properties.placement === "unplaced").length;
  const total = layer("projects").length;
  expect(unplaced).toBeGreaterThan(0);
  await expect(row).toContainText(say("layers.matched", { count: matched.length, total }));
  await expect(row.locator(".layer-sub")).toHaveText(
    `${say("layers.total", { total })} · ${say("layers.unplaced", { count: unplaced })}`,
  );
  // what fades is still drawn, and does not match
  const parks = page
    .locator(".layer")
    .filter({ has: page.getByRole("switch", { name: layerSwitch("parks"), exact: true }) });
  const fitting = layer("parks").filter(({ properties }) => (properties.industry_chains as string[]).includes(chain));
  await expect(parks).toContainText(say("layers.matched", { count: fitting.length, total: layer("parks").length }));
});

test("back takes the filter away, forward brings it again", async ({ plan, page }) => {
  await plan.open();
  await plan.chain(name).click();
  await expect(page).toHaveURL(/filter=industry_chain/);
  await page.goBack();
  await expect(plan.chain(name)).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await expect(plan.chain(name)).toHaveAttribute("aria-pressed", "true");
});

test("a filter that hides everything names itself and can be taken back", async ({ plan, page }) => {
  const none = "industry_chain=digital-economy&plan_status=existing";
  await plan.open(`/?${none}`);
  await expect(page.getByText(say("states.nothing_matches")).first()).toBeVisible();
  await page
    .getByRole("button", { name: say("filter.clear", { count: 2 }) })
    .first()
    .click();
  await expect(page.getByText(say("states.nothing_matches"))).toHaveCount(0);
  await expect(page).not.toHaveURL(/filter=/);
});

test("what a link says wrongly is ignored, not an empty page", async ({ plan, page }) => {
  await plan.open(
    "/?industry_chain=nonsense&plan_status=%27--&horizon=1999&layers=;;&select=x/y&lang=xx#map=99/999/999",
  );
  await expect(plan.tab("tabs.layers")).toBeVisible();
  expect(await plan.paintedShare()).toBeGreaterThan(0.2);
  await expect(page.getByText(say("states.nothing_matches"))).toHaveCount(0);
});

test("the horizon is in the URL and says that the plan's period is over", async ({ plan, page }) => {
  await plan.open();
  await expect(page.getByText(say("horizon.over")).first()).toBeVisible();
  await page.getByRole("radio", { name: /^2035/ }).click();
  await expect(page).toHaveURL(/horizon=2035/);
  await expect(page.getByText(say("horizon.over"))).toHaveCount(0);
});
