import { expect, type PlanPage, test } from "./support/plan.ts";
import { layer, say, termName } from "./support/words.ts";

const chain = "construction-machinery";
const chainName = termName("industry-chain", chain);

const editor = (plan: PlanPage) => plan.page.getByRole("textbox", { name: say("filter.text_label") });
const openEditor = (plan: PlanPage) => plan.page.getByRole("button", { name: say("filter.text"), exact: true }).click();
const listed = async (plan: PlanPage) => {
  await plan.tab("tabs.list").click();
  const rows = plan.list().locator("[data-code]");
  return (await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-code")))).sort();
};
const codesWhere = (keep: (properties: Record<string, unknown>) => boolean) =>
  layer("projects")
    .filter(({ properties }) => keep(properties))
    .map(({ id }) => id)
    .sort();
const costly = codesWhere(({ investment_cny }) => typeof investment_cny === "number" && investment_cny >= 3e9);

test("what is clicked is the text, and what is written is clicked", async ({ plan, page }) => {
  await plan.open();
  await openEditor(plan);
  await plan.chain(chainName).click();
  await expect(editor(plan)).toHaveValue(`industry_chain = '${chain}'`);
  await editor(plan).fill("plan_status IN ('planned','existing') AND industry_chain = 'biopharma'");
  await editor(plan).press("Enter");
  await expect(plan.chain(termName("industry-chain", "biopharma"))).toHaveAttribute("aria-pressed", "true");
  await expect(plan.chain(chainName)).toHaveAttribute("aria-pressed", "false");
  for (const status of ["planned", "existing"]) {
    const tile = page.getByRole("button", { name: new RegExp(`^${termName("plan-status", status)}[\\s，,]`) });
    await expect(tile).toHaveAttribute("aria-pressed", "true");
  }
  await expect(page).toHaveURL(/filter=industry_chain\+=\+%27biopharma%27\+AND\+plan_status\+IN/);
});

test("what no click can say is asked of the server: list, counts, link and reload follow, and it can be taken away", async ({
  plan,
  page,
  request,
}) => {
  await plan.open();
  await openEditor(plan);
  await editor(plan).fill("investment_cny >= 3e9 AND geometry IS NULL OR investment_cny >= 3e9");
  await expect(page.getByText(new RegExp(say("filter.valid", { year: 2025, count: costly.length })))).toBeVisible();
  await page.getByRole("button", { name: say("filter.apply") }).click();
  await expect(page.getByText(say("filter.rest"), { exact: true })).toBeVisible();
  expect(costly.length).toBeGreaterThan(2);
  await expect.poll(() => listed(plan)).toEqual(costly);

  const filter = new URL(page.url()).searchParams.get("filter") ?? "";
  const facets = await (
    await request.get("/ogc/collections/projects/facets", { params: { filter, datetime: "2025" } })
  ).json();
  expect(facets.numberMatched).toBe(costly.length);
  await plan.tab("tabs.layers").click();
  for (const [code, count] of Object.entries(facets.facets.industry_chain))
    await expect(plan.chain(termName("industry-chain", code))).toContainText(String(count));

  await page.reload();
  await plan.drawn();
  await expect.poll(() => listed(plan)).toEqual(costly);
  await plan.tab("tabs.layers").click();
  await page.getByRole("button", { name: say("filter.rest_remove") }).click();
  await expect(page).not.toHaveURL(/filter=/);
  expect((await listed(plan)).length).toBeGreaterThan(costly.length);
});

test("a chip beside a written condition acts at once and keeps it", async ({ plan, page }) => {
  await plan.open("/?filter=investment_cny>=3e9");
  await expect(page.getByText(say("filter.rest_acts", { names: "" }).slice(0, 4))).toBeVisible();
  await plan.chain(chainName).click();
  await expect(page).toHaveURL(/filter=industry_chain\+=\+%27construction-machinery%27\+AND\+investment_cny/);
  expect(await listed(plan)).toEqual(
    codesWhere(({ investment_cny, industry_chain }) => industry_chain === chain && Number(investment_cny ?? 0) >= 3e9),
  );
});

test("a text that is no filter says where, and what held still holds", async ({ plan, page }) => {
  await plan.open(`/?filter=industry_chain='${chain}'`);
  await openEditor(plan);
  await editor(plan).fill("industry_chain = 'biopharma' AND\ninvestment >= 5");
  const words = say("filter.at", {
    line: 2,
    column: 1,
    problem: say("problem.filter-property-unknown", { found: "investment" }),
  });
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.locator("pre mark")).toHaveText("investment");
  await editor(plan).press("Enter");
  await expect(page).toHaveURL(new RegExp(`filter=industry_chain\\+=\\+%27${chain}%27$|filter=.*${chain}%27#`));
  expect(await listed(plan)).toHaveLength(8);
});

test("a link with a text that is no filter filters nothing and opens the place where it is wrong", async ({
  plan,
  page,
}) => {
  await plan.open("/?filter=plan_status='planned' AND (name_zh LIKE ");
  await expect(page.getByText(say("filter.rest_refused", { problem: "" })).first()).toBeVisible();
  await expect(editor(plan)).toHaveValue(/name_zh LIKE/);
  await expect(page.getByText(new RegExp(say("filter.at", { line: 1, column: "\\d+", problem: "" })))).toBeVisible();
  const planned = codesWhere(({ plan_status }) => plan_status === "planned");
  expect((await listed(plan)).length).toBeGreaterThanOrEqual(planned.length);
});

const notice = (plan: PlanPage, problem: string) =>
  plan.page.locator(".filter-notice").filter({ hasText: say("filter.notice", { problem }) });

for (const { filter, problem } of [
  { filter: "foo == bar", problem: say("problem.filter-syntax", { found: "=", expected: say("cql2.operand") }) },
  { filter: "colour = 'red'", problem: say("problem.filter-property-unknown", { found: "colour" }) },
])
  test(`a link with ${filter} says over the map, the counts and the list that nothing is filtered`, async ({
    plan,
    page,
  }) => {
    await plan.open(`/?filter=${encodeURIComponent(filter)}`);
    const where = notice(plan, problem);
    const overMap = page.getByRole("region", { name: say("map.state") }).locator(where);
    const inPanel = page.locator(".panel-left").locator(where);
    await expect(overMap).toBeVisible();
    await expect(overMap).toHaveRole("alert");
    await expect(inPanel).toBeVisible();
    await expect(page.locator(".summary")).toContainText(say("summary.structure"));
    await plan.tab("tabs.list").click();
    await expect(inPanel).toBeVisible();
    await expect(plan.list().locator("[data-code]")).toHaveCount(layer("projects").length);
    await inPanel.getByRole("button", { name: say("filter.rest_edit") }).click();
    await expect(editor(plan)).toBeFocused();
    await page.getByRole("button", { name: say("panel.fold") }).click();
    await expect(overMap).toBeVisible();
    await overMap.getByRole("button", { name: say("filter.notice_remove") }).click();
    await expect(page.locator(".filter-notice")).toHaveCount(0);
    await expect(page).not.toHaveURL(/filter=/);
  });

test("a filter that nobody could check is said too, and holds when it was", async ({ plan, page }) => {
  plan.expectedComplaints = /ERR_FAILED|Failed to load/;
  await page.route("**/api/filter/check?*", (route) => route.abort());
  await plan.open("/?filter=investment_cny>=3e9&tab=list");
  const unchecked = page.locator(".panel-left .filter-notice");
  await expect(unchecked).toContainText(say("filter.notice_unchecked"));
  await expect(plan.list().locator("[data-code]")).toHaveCount(layer("projects").length);
  await page.unroute("**/api/filter/check?*");
  await unchecked.getByRole("button", { name: say("states.retry") }).click();
  await expect(page.locator(".filter-notice")).toHaveCount(0);
  await expect.poll(() => listed(plan)).toEqual(costly);
});

test("a long filter stands behind the # of the link, which opens; one that no request holds is refused in words", async ({
  plan,
  page,
}) => {
  const some = `investment_cny >= 3e9 AND name_zh <> '${"园".repeat(700)}'`;
  await plan.open();
  await openEditor(plan);
  await editor(plan).fill(some);
  await editor(plan).press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toContain("filter=");
  const link = page.url();
  expect(new URL(link).search.length).toBeLessThan(4000);
  await page.goto("about:blank");
  await plan.open(link);
  await expect.poll(() => listed(plan)).toEqual(costly);

  await page.goto("about:blank");
  await plan.open(`/#filter=${encodeURIComponent(`name_zh = '${"园".repeat(4000)}'`)}`);
  await expect(notice(plan, say("problem.query-too-long")).first()).toBeVisible();
});

test("names, values and operators are put into the text", async ({ plan, page }) => {
  await plan.open();
  await openEditor(plan);
  await page.getByText(say("filter.properties")).click();
  await page.getByRole("button", { name: /^road_class/ }).click();
  await page.getByRole("button", { name: say("filter.insert", { name: "<>" }), exact: true }).click();
  await page
    .getByRole("button", { name: say("filter.insert", { name: termName("road-class", "expressway") }), exact: true })
    .click();
  await expect(editor(plan)).toHaveValue("road_class <> 'expressway'");
  await editor(plan).press("Enter");
  await expect(page.getByText(say("filter.rest_acts", { names: "道路" }))).toBeVisible();
});
