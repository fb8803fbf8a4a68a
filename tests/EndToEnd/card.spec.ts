import { expect, test } from "./support/plan.ts";
import { collection, layer, say, termName } from "./support/words.ts";

for (const id of ["projects", "parks"]) {
  test(`a figure that the plan does not give is not stated on the card of ${id}, and never 0`, async ({ plan }) => {
    const figures = collection(id).properties.filter(({ figure }) => figure);
    const isSilent = (properties: Record<string, unknown>, name: string) => properties[name] == null;
    // the one of which the plan says the least
    const silence = ({ properties }: { properties: Record<string, unknown> }) =>
      figures.filter(({ name }) => isSilent(properties, name)).length;
    const [feature] = layer(id)
      .filter(({ properties }) => properties.origin === "plan")
      .sort((a, b) => silence(b) - silence(a));
    expect(feature && silence(feature)).toBeGreaterThan(0);
    await plan.open(`/?select=${id}/${feature?.id}`);
    const labels = figures
      .filter(({ name }) => isSilent(feature?.properties ?? {}, name))
      // both years of construction stand in one row
      .map(({ name, title }) => (name.startsWith("period_") ? say("facts.period") : title.zh));
    for (const label of new Set(labels)) {
      const fact = plan
        .card()
        .locator(".fact")
        .filter({ has: plan.page.getByText(label, { exact: true }) });
      await expect(fact.locator(".fact-value")).toHaveText(say("not_stated"));
    }
    const values = await plan.card().locator(".fact-value").allInnerTexts();
    expect(values.filter((value) => /^0(?![.\d–])/.test(value.trim()))).toEqual([]);
  });
}

test("a park says how it comes to each chain, by which word of the plan, and opens the project it comes through", async ({
  plan,
}) => {
  const park = layer("parks").find(({ id }) => id === "park-5");
  const grounds = park?.properties.chain_grounds as { industry_chain: string | null; degree: string; words: string }[];
  await plan.open("/?select=parks/park-5");
  const list = plan.card().locator(".grounds").getByRole("listitem");
  await expect(list).toHaveCount(grounds.length);
  const machinery = list.filter({ hasText: termName("industry-chain", "construction-machinery") });
  await expect(machinery).toContainText(termName("chain-degree", "through-project"));
  await expect(machinery.locator(".chip-cite")).toHaveCount(2);
  await machinery.getByRole("button", { name: "济宁国际高端装备产业城" }).first().click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toContainText("济宁国际高端装备产业城");
});

test("an axis says what it is for and leads to its key park; a project leads to its enterprise", async ({ plan }) => {
  const functions = collection("axes").properties.find(({ name }) => name === "functions")?.title.zh ?? "";
  await plan.open("/?select=axes/axis-haichuan-road");
  const fact = plan
    .card()
    .locator(".fact")
    .filter({ has: plan.page.getByText(functions, { exact: true }) });
  await expect(fact.getByRole("listitem")).not.toHaveCount(0);
  await plan.card().locator(".statements").getByRole("button", { name: "高端装备产业园" }).click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("高端装备产业园");
  await plan.open("/?select=projects/project-4-1-8");
  await plan.card().locator(".facts").getByRole("button", { name: "永生重工", exact: true }).click();
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText("永生重工");
});
