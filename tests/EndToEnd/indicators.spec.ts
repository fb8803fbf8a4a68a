import { expect, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

type Target = {
  subject: { kind: string; code: string; collection?: string };
  horizon: number | null;
  value: number | null;
};

test("a planner reads targets by scope, theme and year, beside their parks, and takes them as a table", async ({
  plan,
  page,
}) => {
  const { targets }: { targets: Target[] } = await (await page.request.get("/api/plan/targets")).json();
  await plan.open();
  await page.getByRole("button", { name: say("indicators.open") }).click();
  const indicators = page.getByRole("region", { name: say("indicators.title") });
  const shown = indicators.getByRole("status").first();
  await expect(shown).toHaveText(say("indicators.shown", { shown: targets.length, total: targets.length }));

  // a cluster beside the sum of its parks: both with their places, the sum said to be ours
  const beside = indicators.getByRole("table", { name: termName("industry-cluster", "high-end-equipment") }).first();
  await expect(beside.locator("tbody tr").first().locator(".chip-cite").first()).toBeVisible();
  await expect(beside.locator(".chip-computed").first()).toBeVisible();

  const choose = (key: "indicators.by_scope" | "indicators.by_year", value: string) =>
    indicators.getByRole("combobox", { name: say(key) }).selectOption(value);
  await choose("indicators.by_scope", "feature");
  await choose("indicators.by_year", "not-stated");
  const chosen = targets.filter(({ subject, horizon }) => subject.kind === "feature" && horizon === null);
  await expect(shown).toHaveText(say("indicators.shown", { shown: chosen.length, total: targets.length }));
  await expect(page).toHaveURL(/target_scope=feature&target_year=not-stated/);

  const waiting = page.waitForEvent("download");
  await indicators.getByRole("link", { name: say("indicators.csv") }).click();
  const stream = await (await waiting).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const table = Buffer.concat(parts);
  expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.toString().trim().split("\r\n")).toHaveLength(chosen.length + 1);

  // the link shows the same
  await plan.open(page.url());
  await expect(shown).toHaveText(say("indicators.shown", { shown: chosen.length, total: targets.length }));
});

test("what is not stated is said to be so, and a choice of nothing says so", async ({ plan, page }) => {
  await plan.open("/?view=indicators&target_scope=zone&target_theme=economy");
  const indicators = page.getByRole("region", { name: say("indicators.title") });
  await expect(indicators.locator(".pill-not-stated").first()).toHaveText(say("not_stated_short"));
  await plan.open("/?view=indicators&target_scope=industry-chain&target_year=2035");
  await expect(indicators.getByText(say("indicators.none"))).toBeVisible();
});

test("the page of indicators is printed whole, without the map", async ({ plan, page }) => {
  await plan.open("/?view=indicators&target_scope=industry-cluster");
  const indicators = page.getByRole("region", { name: say("indicators.title") });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await indicators.getByRole("button", { name: say("indicators.print") }).click();
  await expect(page.locator("body[data-printed]")).toBeVisible();
  expect(await indicators.locator("details:not([open])").count()).toBe(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#map")).toBeHidden();
  await expect(indicators.locator(".indicators-choices")).toBeHidden();
  await expect(indicators.locator("table").last()).toBeVisible();
});
