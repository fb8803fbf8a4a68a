import { expect, test } from "./support/plan.ts";
import { layer as read, say, terms } from "./support/words.ts";

/** The collections of the first three parts of an answer. */
const answered = ["parks", "enterprises", "facilities", "projects", "project-sites"];

type Feature = { properties: { plan_status: string; industry_chain?: string | null }; geometry: unknown };
type Park = {
  id: string;
  properties: { name_zh: string; plan_status: string; industry_chains: string[] };
  geometry: unknown;
};
const layer = (id: string) => read(id) as unknown as Feature[];
const parks = layer("parks") as unknown as Park[];

for (const { code: chain } of terms("industry-chain"))
  test(`the map answers ${chain} with parks and the words that tie them to it`, async ({ plan, page }) => {
    const expected = parks.filter(({ properties }) => properties.industry_chains.includes(chain));
    expect(expected.length).toBeGreaterThan(0);
    await plan.open(`/?filter=industry_chain='${chain}'&tab=list`);
    const answer = page.getByRole("region", { name: say("answer.title") });
    await expect(answer.locator("[data-part=parks]")).toBeVisible();
    await expect(answer.locator(".answer-park")).toHaveCount(expected.length);
    for (const row of await answer.locator(".answer-park").all())
      await expect(row.locator("q").first()).not.toBeEmpty();

    // What matches stands out: it is on the map and named among what is in view.
    const placed = expected.find(({ geometry }) => geometry);
    expect(placed).toBeDefined();
    await expect(answer.locator(`[data-code=${placed?.id}]`)).not.toContainText(say("list.unplaced"));
  });

for (const { code: status } of terms("plan-status"))
  test(`the map answers the status ${status} with what stands on it, or says that nothing has a place`, async ({
    plan,
    page,
  }) => {
    const all = [...answered, "roads", "waters", "water-areas", "hubs", "railways"].flatMap(layer);
    const placed = all.filter(({ properties, geometry }) => geometry && properties.plan_status === status);
    await plan.open(`/?filter=plan_status='${status}'&tab=list`);
    const answer = page.getByRole("region", { name: say("answer.title") });
    await expect(answer.locator(".answer-part")).not.toHaveCount(0);
    const numbers = (await answer.locator(".answer-part").allInnerTexts()).map((text) =>
      Number(text.match(/\d+/)?.[0]),
    );
    expect(numbers.reduce((sum, number) => sum + number, 0) > 0).toBe(placed.length > 0);
    if (placed.length === 0) await expect(answer).toContainText(say("list.unplaced"));
  });

test("where no project has a place a strip says what is there instead, and can be closed", async ({ plan, page }) => {
  const projects = layer("projects") as unknown as {
    properties: { industry_chain: string | null };
    geometry: unknown;
  }[];
  const chain = terms("industry-chain").find(
    ({ code }) => !projects.some(({ properties, geometry }) => geometry && properties.industry_chain === code),
  );
  await plan.open(`/?filter=industry_chain='${chain?.code}'`);
  const strip = page.locator(".answer-strip");
  const there = parks.find(
    ({ properties, geometry }) => geometry && properties.industry_chains.includes(chain?.code ?? ""),
  );
  await expect(strip).toContainText(String(there?.properties.name_zh));
  await strip.getByRole("button", { name: say("answer.close") }).click();
  await expect(strip).toHaveCount(0);
});
