import { changesUrl, signInAs, signInEditor, changesUrl as url } from "./support/accounts.ts";
import { seriousViolations } from "./support/axe.ts";
import { reach, unreachable } from "./support/controls.ts";
import { expect, PlanPage, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** One feature of a change set is excluded at the desk with a reason; the rest is approved. */

test.beforeEach(() => test.skip(changesUrl === "", "needs the server whose plan tests change"));

const [KEPT, EXCLUDED] = ["park-11", "park-12"];
const nameOf = (code: string) => layer("parks").find(({ id }) => id === code)?.properties.name_zh ?? code;

test("a feature is excluded with a reason, the rest is approved, and its author mends what came back", async ({
  page,
  plan,
  browser,
}) => {
  test.setTimeout(120_000);
  const mark = Date.now();
  const author = new PlanPage(await (await browser.newContext()).newPage());
  await signInEditor(author.page, `excluded-${mark}`);
  const { request } = author.page.context();
  const standing = async (code: string) =>
    (await (await request.get(`${url}/ogc/collections/parks/items/${code}?f=json`)).json()).properties;
  const title = `Two parks ${mark}`;
  const features = [];
  for (const code of [KEPT, EXCLUDED])
    features.push({
      collection: "parks",
      code,
      based_on: (await standing(code)).version,
      properties: { name_en: `${code} ${mark}` },
    });
  const made = await request.post(`${url}/api/change-sets`, {
    headers: { origin: url },
    data: { title, basis: "2026-21", features, submit: true },
  });
  expect(made.status(), await made.text()).toBe(201);
  const before = (await standing(EXCLUDED)).name_en;

  await signInAs(page, "reviewer");
  await plan.open(url);
  await page.getByRole("button", { name: say("changes.queue_button"), exact: true }).click();
  const queue = page.getByRole("region", { name: say("changes.queue") });
  const row = queue.locator(".change-set").filter({ hasText: title });
  await row.click();
  const desk = page.getByRole("region", { name: say("review.desk") });
  const exclude = desk.getByRole("checkbox", { name: say("review.exclude", { name: nameOf(EXCLUDED) }) });
  await exclude.click();
  const approve = desk.locator("[data-action=approve]");
  await expect(approve).toHaveText(say("review.approve_but", { count: 1 }));
  await expect(approve).toBeDisabled();
  await desk.locator("[name=exclude-reason]").fill("Which document names it so?");
  await expect(approve).toBeEnabled();

  // taken back and excluded again without a pointer
  await exclude.click();
  await expect(approve).toHaveText(say("changes.approve"));
  await reach(exclude, 200, "Shift+Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(desk.locator("[name=exclude-reason]")).toBeFocused();
  await page.keyboard.type("Which document names it so?");
  await reach(approve, 200);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(desk.locator("[name=exclude-reason]")).toHaveValue("Which document names it so?");
    await exclude.scrollIntoViewIfNeeded();
    expect(await unreachable(page, 24), `${width} px`).toEqual([]);
  }
  expect(await seriousViolations(page)).toEqual([]);
  await approve.click();
  await expect(row).toHaveCount(0);
  expect((await standing(KEPT)).name_en).toBe(`${KEPT} ${mark}`);
  expect((await standing(EXCLUDED)).name_en).toBe(before);

  // it is with its author again, alone, and says why and where it came from
  await author.open(url);
  await author.page
    .getByRole("button", { name: say("changes.own_button"), exact: true })
    .first()
    .click();
  const own = author.page.getByRole("region", { name: say("changes.own_title") });
  const returned = own.getByRole("listitem").filter({ has: author.page.locator("[data-state=returned]") });
  await expect(returned).toHaveCount(1);
  await expect(returned).toContainText("Which document names it so?");
  await returned.getByRole("button", { name: say("changes.mend") }).click();
  const sheet = author.page.getByRole("region", { name: say("changes.correct"), exact: true });
  await expect(sheet.locator("[name=name_en]")).toHaveValue(`${EXCLUDED} ${mark}`);
});
