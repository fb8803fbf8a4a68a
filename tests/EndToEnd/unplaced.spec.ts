import { expect, test } from "./support/plan.ts";
import { layer, say } from "./support/words.ts";

/** What has no place has one on the screen: a tray at the edge of the map, on a phone a section of the list. */

const unplaced = layer("projects").filter((feature) => (feature as unknown as { geometry: unknown }).geometry === null);

test("the tray holds what has no place, by what relates it to the map, and follows the filter", async ({
  plan,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open("/");
  const handle = page.locator(".unplaced-handle");
  await expect(handle).toHaveText(say("unplaced.title", { count: unplaced.length }));
  await handle.click();
  const tray = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(tray.locator(".unplaced-thing")).toHaveCount(unplaced.length);
  await expect(tray.getByRole("heading", { level: 3 }).first()).toContainText(say("unplaced.enterprise"));
  await tray.locator(".unplaced-anchor").first().click();
  await expect(page).toHaveURL(/select=enterprises/);
  await tray.locator(".unplaced-thing[data-code=project-4-1-2]").click();
  await expect(page).toHaveURL(/select=projects\/project-4-1-2/);

  await plan.open("/?filter=industry_chain='construction-machinery'");
  await handle.click();
  const ofChain = unplaced.filter(({ properties }) => properties.industry_chain === "construction-machinery");
  await expect(tray.locator(".unplaced-thing")).toHaveCount(ofChain.length);
});

test("on a phone it is a section of the list, and nothing over the map", async ({ plan, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await plan.open("/?tab=list");
  await expect(page.locator(".unplaced-handle")).toHaveCount(0);
  const section = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(section.locator(".unplaced-thing")).toHaveCount(unplaced.length);
});
