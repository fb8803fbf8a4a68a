import type { Locator, Page } from "@playwright/test";
import { act, type ListedSet, pageOf, signInAs, signInEditor, changesUrl as url } from "./support/accounts.ts";
import { seriousViolations } from "./support/axe.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { say } from "./support/words.ts";

/** Two editors change the same feature: the slower one is shown both, chooses, and nobody's work is lost. */

test.beforeEach(() => test.skip(url === "", "needs the server whose plan tests change"));

const PARK = "park-3";
const square = (west: number) =>
  JSON.stringify({
    type: "Polygon",
    coordinates: [
      [
        [west, 35.4],
        [west + 0.01, 35.4],
        [west + 0.01, 35.41],
        [west, 35.4],
      ],
    ],
  });

test("what another has changed meanwhile is merged one by one, on the map and in the table", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(180_000);
  const mark = Date.now();
  // another place each time: what is as it was is no change
  const west = 116.6 + (mark % 1000) / 1e5;
  plan.expectedComplaints = /409/;
  await signInAs(page, "staff");
  const mine = await begin(plan);
  const other = new PlanPage(await (await browser.newContext()).newPage());
  await signInEditor(other.page, `editor-${mark}`);
  const theirs = await begin(other);

  await fillIn(theirs, { name_en: `Theirs ${mark}`, placement_reason_en: `Surveyed by them ${mark}` }, square(west));
  await theirs.getByRole("button", { name: say("changes.submit"), exact: true }).click();
  await expect(theirs).toHaveCount(0);
  const reviewer = await pageOf(browser, "reviewer");
  await approve(reviewer, PARK);

  // the slower one is told, and leads on from there with what they have typed
  await fillIn(mine, { name_en: `Mine ${mark}`, placement_reason_zh: `本次说明 ${mark}` }, square(west + 0.03));
  await mine.getByRole("button", { name: say("changes.submit"), exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText(say("problem.base-is-stale"));
  await mine.getByRole("button", { name: say("changes.compare_conflict") }).click();
  const conflict = page.getByRole("region", { name: say("conflicts.title", { count: 1 }) });
  await expect(conflict).toContainText(`editor-${mark}`);
  const of = (words: string) => conflict.getByRole("group").filter({ hasText: words });
  await expect(of(`本次说明 ${mark}`)).toContainText(say("conflicts.by_mine"));
  await expect(of(`Surveyed by them ${mark}`)).toContainText(say("conflicts.by_theirs"));
  await expect(page.locator(".compared-places .theirs")).toHaveCount(1);
  await expect(page.locator(".compared-places .after")).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);

  // nothing is chosen for anybody; by keyboard one after the other
  const submit = conflict.getByRole("button", { name: say("conflicts.merge_submit") });
  await expect(submit).toBeDisabled();
  const name = of(`Theirs ${mark}`).last();
  await name.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await expect(name.locator("[data-side=mine]")).toHaveAttribute("data-taken", "true");
  await expect(submit).toBeDisabled();
  const place = conflict.locator("fieldset").filter({ has: page.locator(".conflict-outline") });
  await place.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(place.locator("[data-side=theirs]")).toHaveAttribute("data-taken", "true");
  await submit.focus();
  await page.keyboard.press("Enter");
  await expect(conflict).toHaveCount(0);

  await approve(reviewer, PARK);
  const feature = (await (await reviewer.request.get(`${url}/ogc/collections/parks/items/${PARK}?f=json`)).json()) as {
    properties: Record<string, unknown>;
    geometry: { coordinates: number[][][][] };
  };
  expect(feature.properties).toMatchObject({
    name_en: `Mine ${mark}`,
    placement_reason_en: `Surveyed by them ${mark}`,
    placement_reason_zh: `本次说明 ${mark}`,
  });
  expect(feature.geometry.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(west, 6);
});

/** Opens the form of the correction, with all its fields. */
async function begin(on: PlanPage): Promise<Locator> {
  await on.open(`${url}/?select=parks/${PARK}`);
  await on
    .card()
    .getByRole("button", { name: say("changes.correct_button"), exact: true })
    .click();
  const sheet = on.page.getByRole("region", { name: say("changes.correct"), exact: true });
  await sheet.getByText(say("changes.attributes"), { exact: true }).click();
  await expect(sheet.locator("[name=name_en]")).toBeVisible();
  return sheet;
}

async function fillIn(sheet: Locator, said: Readonly<Record<string, string>>, place: string): Promise<void> {
  for (const [name, text] of Object.entries(said)) await sheet.locator(`[name=${name}]`).fill(text);
  await sheet.locator("[name=pasted]").fill(place);
  await sheet.getByRole("button", { name: say("changes.preview") }).click();
  await sheet.getByRole("button", { name: say("changes.take"), exact: true }).click();
  await sheet.locator("[name=basis]").fill("2026-18");
}

/** The newest set that waits and is about a feature, approved. */
async function approve(reviewer: Page, code: string): Promise<void> {
  const listed = await reviewer.request.get(`${url}/api/review-queue?collection=parks&filter=code='${code}'`);
  const { change_sets } = (await listed.json()) as { change_sets: ListedSet[] };
  const [set] = change_sets;
  expect(set, `a set about ${code} waits`).toBeDefined();
  await act(reviewer, set, "approve");
}
