import { expect, test } from "./support/plan.ts";
import { needsText, sentenceOf } from "./support/text.ts";
import { layer, say, termName } from "./support/words.ts";

/** "Is this consistent with the plan?" — the planner's golden path, steps 1 to 5; the link to QGIS comes later. */
test("a planner asks who says so, sees it on the ground, moves the horizon, filters and meets a contradiction", async ({
  plan,
  page,
  request,
}) => {
  await needsText(request);
  const axis = "axis-haichuan-road";
  const paragraph = "fyp14-chapter-20-p3";

  await test.step("1: the structure is drawn without any base map", async () => {
    await plan.open();
    expect(await plan.paintedShare()).toBeGreaterThan(0.2);
  });

  await test.step("2: the axis with both names, the sentence, the chapter, and back to the map", async () => {
    await page.getByRole("combobox").fill("海川路");
    await page
      .getByRole("option", { name: /海川路科技创新轴/ })
      .first()
      .click();
    await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("海川路科技创新轴");
    await expect(plan.card().getByText("海川路研发孵化科创集聚轴").first()).toBeVisible();
    const said = await sentenceOf(request, paragraph, { code: axis, collection: "axes" });
    const box = plan.card().getByRole("region", { name: say("reading.box") });
    await expect(box.locator("mark")).toHaveText(said.sentence);
    await box.getByRole("button", { name: say("reading.expand") }).click();
    await expect(page.locator(`[data-paragraph="${paragraph}"] mark`)).toBeInViewport();
    await box.getByRole("button", { name: say("reading.show", { count: said.features.length }) }).click();
    await expect(page).toHaveURL(new RegExp(`paragraph=${paragraph}`));
    await page.getByRole("button", { name: say("reading.hide") }).click();
  });

  await test.step("3: the horizon changes the target figure; what has no year stays and is counted", async () => {
    await plan.open("/?select=parks/park-2");
    const figure = page.locator(".horizon-figure");
    await page.getByRole("radio", { name: /^2023/ }).click();
    await expect(figure).toContainText("600");
    await page.getByRole("radio", { name: /^2025/ }).click();
    await expect(figure).toContainText(/1,?000/);
    const chart = plan.card().getByRole("region", { name: say("targets.chart") });
    await expect(chart.getByRole("listitem").filter({ hasText: "2023" }).first()).toBeVisible();
    const without = layer("projects").filter(
      ({ properties }) => properties.horizon_from === null && properties.horizon_to === null,
    ).length;
    await expect(page.getByText(say("summary.without_year", { count: without }))).toBeVisible();
  });

  await test.step("4: chain and status filter map, list, totals and URL together", async () => {
    await plan.open();
    await plan.chain(termName("industry-chain", "construction-machinery")).click();
    await page.getByRole("button", { name: new RegExp(`^${termName("plan-status", "planned")}，`) }).click();
    await expect(page).toHaveURL(
      /filter=industry_chain\+=\+%27construction-machinery%27\+AND\+plan_status\+=\+%27planned%27/,
    );
    const planned = layer("projects").filter(
      ({ properties }) =>
        properties.industry_chain === "construction-machinery" && properties.plan_status === "planned",
    );
    await plan.tab("tabs.list").click();
    await expect(plan.list().getByRole("listitem")).toHaveCount(planned.length);
  });

  await test.step("5: the cluster's target stands beside the parks', without a verdict", async () => {
    await plan.open("/?view=gaps&rule=cluster-target-beside-parks");
    const list = page.getByRole("region", { name: say("gaps.title") });
    await expect(list.getByText(say("gaps.note"))).toBeVisible();
    const entry = list.getByRole("article").first();
    await entry.locator(".chip-cite").first().click();
    await expect(page.locator("[data-target=true] mark strong")).toBeInViewport();
  });
});
