import { expect, test } from "./support/plan.ts";
import { collection, layer as read, say, termName, terms } from "./support/words.ts";

type Feature = {
  id: string;
  properties: { name_zh: string; plan_status: string; plan_status_basis: string };
  geometry: unknown;
};
type Ground = { industry_chain: string | null; industry_cluster: string; words: string };
type Park = Feature & {
  properties: { industry_chains: string[]; industry_clusters: string[]; chain_grounds: Ground[] };
};
const layer = (id: string) => read(id) as unknown as Feature[];
const parks = layer("parks") as unknown as Park[];

for (const { code: chain } of terms("industry-chain"))
  test(`the map answers ${chain} with parks and the words that tie them to it`, async ({ plan, page }) => {
    const expected = parks.filter(({ properties }) => properties.industry_chains.includes(chain));
    const placed = expected.filter(({ geometry }) => geometry);
    expect(placed.length).toBeGreaterThan(0);
    await plan.open(`/?filter=industry_chain='${chain}'&tab=list`);
    const answer = page.getByRole("region", { name: say("answer.title") });
    await expect(answer.locator("[data-part=parks]")).toBeVisible();
    await expect(answer.locator(".answer-park")).toHaveCount(expected.length);
    for (const { id, properties, geometry } of expected) {
      const row = answer.locator(`[data-code=${id}]`);
      const reasons = properties.chain_grounds.filter(({ industry_chain }) => industry_chain === chain);
      expect(reasons.length, `why ${id} has ${chain}`).toBeGreaterThan(0);
      await expect(row.locator("q")).toHaveText(reasons.map(({ words }) => words));
      await expect(row.locator(".pill-not-stated")).toHaveCount(geometry ? 0 : 1);
    }

    // what has a place is on the map: among what is in view there, and as it is, while the others have stepped back
    const first = placed[0] as Park;
    await plan.mapList().focus();
    await expect(
      plan.mapList().getByRole("option").filter({ hasText: first.properties.name_zh }).first(),
    ).toBeAttached();
    await plan.tab("tabs.layers").click();
    await page.getByRole("button", { name: say("layers.children", { name: collection("parks").short.zh }) }).click();
    for (const { id, properties } of parks) {
      const isWhole = properties.industry_chains.includes(chain) || hasProjectOf(id, chain);
      await expect(page.locator(`.layer-child[data-code=${id}]`)).toHaveAttribute(
        "data-appearance",
        isWhole ? "normal" : "faded",
      );
    }

    // and leads to its card, where the reason stands with its place
    await page.locator(`.layer-child[data-code=${first.id}]`).click();
    await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(first.properties.name_zh);
    const reason = first.properties.chain_grounds.find(({ industry_chain }) => industry_chain === chain);
    await expect(plan.card().locator(".grounds")).toContainText(reason?.words ?? "nothing");
  });

function hasProjectOf(park: string, chain: string): boolean {
  return read("projects").some(({ properties }) => properties.park === park && properties.industry_chain === chain);
}

/** Of layers that are shown from the start and step out of the way of a filter, so that what is in view answers it. */
const shownAtFirst = ["projects", "project-sites", "roads", "waters", "water-areas", "hubs", "railways"];

for (const { code: status } of terms("plan-status"))
  test(`the map answers the status ${status} with what stands on it, or says that nothing has a place`, async ({
    plan,
    page,
  }) => {
    const answers = ["parks", "enterprises", "facilities", ...shownAtFirst].flatMap(layer);
    const placed = answers.filter(({ properties, geometry }) => geometry && properties.plan_status === status);
    await plan.open(`/?filter=plan_status='${status}'&tab=list`);
    const answer = page.getByRole("region", { name: say("answer.title") });
    await expect(answer.locator(".answer-part")).not.toHaveCount(0);
    const numbers = (await answer.locator(".answer-part").allInnerTexts()).map((text) =>
      Number(text.match(/\d+/)?.[0]),
    );
    expect(numbers.reduce((sum, number) => sum + number, 0) > 0).toBe(placed.length > 0);
    if (placed.length === 0) {
      await expect(page.getByText(say("list.unplaced"), { exact: true }).first()).toBeVisible();
      return;
    }

    // one of them is in view on the map, and its card says why it has the status: the rule, or the plan's own place
    const shown = shownAtFirst.flatMap(layer);
    const names = new Set(
      shown
        .filter(({ properties, geometry }) => geometry && properties.plan_status === status)
        .map(({ properties }) => properties.name_zh),
    );
    await plan.mapList().focus();
    const options = plan.mapList().getByRole("option").locator(":scope > span:last-of-type");
    let found = "";
    await expect
      .poll(async () => {
        found = (await options.allInnerTexts()).find((name) => names.has(name.trim())) ?? "";
        return found;
      }, "what is in view")
      .not.toBe("");
    await plan.mapList().getByRole("option").filter({ hasText: found }).first().click();
    await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(found);
    await expect(plan.card().locator(".chip-status")).toContainText(
      status === "not-stated" ? say("status.not_stated") : termName("plan-status", status),
    );
  });

test("what the filter finds in a layer that is switched off is said, and one press shows it", async ({
  plan,
  page,
}) => {
  const found = layer("facilities").filter(({ properties }) => properties.plan_status === "existing");
  expect(found.length).toBeGreaterThan(0);
  await plan.open("/?filter=plan_status='existing'&tab=list");
  const name = collection("facilities").title.zh;
  const answer = page.getByRole("region", { name: say("answer.title") });
  await expect(answer).toContainText(say("layers.hidden_with", { name, count: found.length }));
  const show = answer.getByRole("button", { name: say("layers.show_named", { name }) });
  await show.click();
  await expect(show).toHaveCount(0);
  await expect(page).toHaveURL(/layers=/);

  // so is what is opened by its card
  const [enterprise] = layer("enterprises");
  await plan.open(`/?select=enterprises/${enterprise?.id}`);
  const firms = collection("enterprises").title.zh;
  await plan
    .card()
    .getByRole("button", { name: say("layers.show_named", { name: firms }) })
    .click();
  await expect(plan.card().locator(".hidden-layers")).toHaveCount(0);
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

test("an industry cluster chosen in the search box finds parks that name the cluster alone, by which words, also beside another filter", async ({
  plan,
  page,
}) => {
  const cluster = "medical-health";
  const name = termName("industry-cluster", cluster);
  const expected = parks.filter(({ properties }) => properties.industry_clusters.includes(cluster));
  const reasons = (park: Park) =>
    park.properties.chain_grounds.filter(({ industry_cluster }) => industry_cluster === cluster);
  // park 7 comes to it by a chain, park 8 by the name of the cluster and nothing else
  expect(expected.map(({ id }) => id)).toEqual(expect.arrayContaining(["park-7", "park-8"]));
  expect(reasons(parks.find(({ id }) => id === "park-8") as Park).map(({ industry_chain }) => industry_chain)).toEqual([
    null,
  ]);

  await plan.open("/");
  await page.getByRole("combobox").first().fill(name);
  await page
    .getByRole("group", { name: say("search.group_terms") })
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .click();
  await plan.tab("tabs.list").click();
  const answer = page.getByRole("region", { name: say("answer.title") });
  await expect(answer.locator(".answer-park")).toHaveCount(expected.length);
  for (const park of expected)
    await expect(answer.locator(`[data-code=${park.id}] q`)).toHaveText(reasons(park).map(({ words }) => words));

  // named among the words of the filter, beside a status too
  const summary = page.locator(".summary");
  await expect(summary).toContainText(name);
  const filter = `plan_status = 'not-stated' AND industry_cluster = '${cluster}' AND accuracy_m > 100`;
  await plan.open(`/?filter=${encodeURIComponent(filter)}&tab=list`);
  await expect(summary).toContainText(name);
  await expect(summary).toContainText("accuracy_m > 100");
  await expect(summary).not.toContainText("industry_cluster");
});

test("a link by another code of a project leads to it, and is rewritten", async ({ plan, page, request }) => {
  const several = layer("projects").flatMap(({ id, properties }) =>
    ((properties as unknown as { other_codes?: string[] }).other_codes ?? []).map((other) => ({
      id,
      other,
      properties,
    })),
  );
  expect(several.length).toBeGreaterThan(0);
  for (const { id, other, properties } of several) {
    await plan.open(`/?select=projects/${other}`);
    await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(properties.name_zh);
    await expect(page).toHaveURL(new RegExp(`select=projects/${id}(&|#|$)`));
    const answer = await request.get(`/ogc/collections/projects/items/${other}?f=json`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toContain(`/ogc/collections/projects/items/${id}`);
  }
});
