import { expect, test } from "./support/plan.ts";
import { needsText } from "./support/text.ts";
import { say } from "./support/words.ts";

type Gaps = { entries: { rule: string; kind: string; code: string; sides: unknown[] }[] };

test("the work list filters by rule and kind in the URL, each entry with its places side by side", async ({
  plan,
  page,
  request,
}) => {
  const { entries }: Gaps = await (await request.get("/api/plan/gaps")).json();
  await plan.open("/?view=gaps");
  const list = page.getByRole("region", { name: say("gaps.title") });
  await expect(list.getByText(say("gaps.shown", { shown: entries.length, total: entries.length }))).toBeVisible();
  const rule = "cluster-target-beside-parks";
  await list.getByRole("combobox", { name: say("gaps.by_rule") }).selectOption(rule);
  const fitting = entries.filter((entry) => entry.rule === rule);
  await expect(page).toHaveURL(new RegExp(`rule=${rule}`));
  await expect(list.getByRole("article")).toHaveCount(fitting.length);
  const first = list.getByRole("article").first();
  await expect(first.locator(".chip-cite")).toHaveCount(fitting[0]?.sides.length ?? 0);
  await expect(list.getByText(say("gaps.note"))).toBeVisible();
  await page.reload();
  await plan.drawn();
  await expect(list.getByRole("article")).toHaveCount(fitting.length);
});

test("a side of an entry opens its sentence, and a feature of it the card", async ({ plan, page, request }) => {
  await needsText(request);
  await plan.open("/?view=gaps&rule=two-names-for-one-axis");
  const list = page.getByRole("region", { name: say("gaps.title") });
  const entry = list.getByRole("article").filter({ hasText: "海川路" });
  await entry.getByRole("button", { name: "海川路科技创新轴" }).click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("海川路科技创新轴");
  await entry.locator(".chip-cite").last().click();
  await expect(page.locator("[data-target=true] mark strong")).toHaveText("海川路研发孵化科创集聚轴");
});

test("the panorama shows what the plan names for a chain, opens it on the map and exports it", async ({
  plan,
  page,
  request,
}) => {
  const chain = "construction-machinery";
  const industry = await (await request.get(`/api/industries/${chain}`)).json();
  await plan.open(`/?view=panorama&chain=automotive`);
  const panorama = page.getByRole("region", { name: say("panorama.title") });
  await panorama.getByRole("button", { name: new RegExp(`${industry.industry_chain.zh}$`) }).click();
  await expect(panorama.locator(".panorama-steps li")).toHaveCount(industry.steps.length);
  for (const { name_zh } of industry.projects)
    await expect(panorama.getByRole("button", { name: name_zh })).toBeVisible();
  const [project] = industry.projects;
  await panorama.getByRole("button", { name: project.name_zh }).click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(project.name_zh);
  await expect(page).toHaveURL(new RegExp(`select=projects/${project.code}`));
  const csv = await panorama.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const table = await (await request.get(csv ?? "")).text();
  expect(table.trim().split("\r\n").length).toBeGreaterThan(industry.projects.length);
  expect(table).toContain(project.code);
});

test("an industry cluster has a card with its chains and its targets over the horizons, each with its place", async ({
  plan,
  page,
}) => {
  await plan.open();
  await page
    .getByRole("group", { name: "高端装备" })
    .getByRole("button", { name: /^高端装备/ })
    .click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("高端装备");
  await expect(page).toHaveURL(/select=industry-cluster\/high-end-equipment/);
  const chart = plan.card().getByRole("region", { name: say("targets.chart") });
  await expect(chart.getByRole("figure").filter({ hasText: "规上企业" })).toContainText("200");
  await expect(chart.locator(".chip-cite").first()).toBeVisible();
  await page.reload();
  await plan.drawn();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("高端装备");
  await plan
    .card()
    .getByRole("button", { name: /工程机械/ })
    .click();
  await expect(page).toHaveURL(/view=panorama/);
});

test("a park's card counts projects, enterprises, institutes and gaps of each of its chains, and leads to their lists", async ({
  plan,
  page,
  request,
}) => {
  const chain = "biopharma";
  const industry = await (await request.get(`/api/industries/${chain}`)).json();
  await plan.open("/?select=parks/park-1&filter=plan_status%20%3D%20'existing'");
  const counts = plan.card().getByRole("region", { name: say("panorama.title") });
  for (const list of ["projects", "enterprises", "institutes", "gaps"] as const)
    await expect(
      counts.getByRole("button", {
        name: `${industry.industry_chain.zh} · ${say(`panorama.${list}`)} ${industry[list].length}`,
        exact: true,
      }),
    ).toBeVisible();
  await expect(plan.card().getByRole("region", { name: say("policies.title") })).toBeVisible();
  await counts
    .getByRole("button", { name: new RegExp(`${industry.industry_chain.zh}.*${say("panorama.gaps")}`) })
    .click();
  const panorama = page.getByRole("region", { name: say("panorama.title") }).first();
  const gaps = panorama.getByRole("region", { name: say("panorama.gaps") });
  await expect(gaps).toBeInViewport();
  await expect(gaps).toBeFocused();
  await expect(panorama.getByText(say("panorama.filter_kept"))).toBeVisible();
  await expect(page).toHaveURL(/filter=plan_status/);
  const product = panorama.locator(".panorama-product", { hasText: "泰拉霉素" });
  await product.locator("summary").click();
  await expect(product.getByRole("button", { name: "艾美科健30吨泰拉霉素产业化项目" })).toBeVisible();
});

test("the card of a park lists the entries that concern it, and each opens the page with it first", async ({
  plan,
  page,
  request,
}) => {
  type Named = { code: string; features: { collection: string; code: string }[] };
  const { entries }: { entries: Named[] } = await (await request.get("/api/plan/gaps")).json();
  const own = entries.filter(({ features }) => features.some(({ code }) => code === "park-5"));
  expect(own.length).toBeGreaterThan(3);
  await plan.open("/?select=parks/park-5");
  const section = plan.card().getByRole("region", { name: say("gaps.title") });
  await expect(section.getByRole("button")).toHaveCount(own.length);
  const last = own.at(-1)?.code ?? "";
  await section.locator(`[data-code=${last}]`).click();
  const list = page.getByRole("region", { name: say("gaps.title") }).filter({ has: page.getByRole("combobox") });
  await expect(list.getByRole("article").first()).toHaveAttribute("data-shown", "true");
  await expect(page).toHaveURL(new RegExp(`gap=${last}`));
  // who is sent the link sees the same entry first
  await page.reload();
  await plan.drawn();
  await expect(list.getByRole("article").first()).toHaveAttribute("data-shown", "true");

  // a project has no such list: there would be an entry for each figure that the plan does not give
  await plan.open("/?select=projects/project-4-1-2");
  await expect(plan.card().getByRole("heading", { level: 1 })).toBeVisible();
  await expect(section).toHaveCount(0);
});
