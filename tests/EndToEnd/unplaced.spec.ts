import type { Page } from "@playwright/test";
import { expect, test } from "./support/plan.ts";
import { type Language, layer, say, unplaced } from "./support/words.ts";

/** What has no place has one on the screen: a tray at the edge of the map, on a phone a section of the list. */

const bare = unplaced("projects");

test("the tray holds what has no place, by what relates it to the map, and follows the filter", async ({
  plan,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open("/");
  const handle = page.locator(".unplaced-handle");
  await expect(handle).toHaveText(say("unplaced.title", { count: bare.length }));
  await handle.click();
  const tray = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(tray.locator(".unplaced-thing")).toHaveCount(bare.length);
  await expect(tray.getByRole("heading", { level: 3 }).first()).toContainText(say("unplaced.enterprise"));
  await tray.locator(".unplaced-anchor").first().click();
  await expect(page).toHaveURL(/select=enterprises/);
  await tray.locator(".unplaced-thing[data-code=project-4-1-2]").click();
  await expect(page).toHaveURL(/select=projects\/project-4-1-2/);

  await plan.open("/?filter=industry_chain='construction-machinery'");
  await handle.click();
  const ofChain = bare.filter(({ properties }) => properties.industry_chain === "construction-machinery");
  await expect(tray.locator(".unplaced-thing")).toHaveCount(ofChain.length);
});

test("on a phone it is a section of the list, and nothing over the map", async ({ plan, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await plan.open("/?tab=list");
  await expect(page.locator(".unplaced-handle")).toHaveCount(0);
  const section = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(section.locator(".unplaced-thing")).toHaveCount(bare.length);
});

/** What is of the chain and has no place, and no nearer relation to the map than its chain. */
const machinery = { chain: "construction-machinery", park: "park-7", count: 6 };
const bubbleText = (language: Language = "zh") =>
  say("unplaced.bubble", { parts: say("unplaced.bubble_chain", { count: machinery.count }, language) }, language);

/** Middle of the outline of a park: there stands its badge. */
function middleOf(code: string): [lon: number, lat: number] {
  const { geometry } = layer("parks").find(({ id }) => id === code) as unknown as {
    geometry: { type: string; coordinates: [number, number][][] | [number, number][][][] };
  };
  const rings = (geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates) as [
    number,
    number,
  ][][];
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(rings.flat().map(([lon]) => lon)), middle(rings.flat().map(([, lat]) => lat))];
}

/** Degrees of latitude that a pixel stands for at zoom 12 and the latitude of the zone. */
const DEGREES_PER_PIXEL = (360 / (256 * 2 ** 12)) * Math.cos((35.4 * Math.PI) / 180);

/** The view with the badge of a park so many pixels above the middle of the map. */
const viewAt = (code: string, above = 0): string => {
  const [lon, lat] = middleOf(code);
  return `#map=12/${(lat - above * DEGREES_PER_PIXEL).toFixed(4)}/${lon.toFixed(4)}`;
};

/** Looks with the pointer around the place where the badge stands, until the bubble says what it is. */
async function findBubble(page: Page, says: string, above = 0): Promise<{ x: number; y: number }> {
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the map has no box");
  const tooltip = page.locator(".map-tooltip");
  for (const dy of [0, -30, 30, -44, 44])
    for (const dx of [44, -44, 66, -66, 24, -24, 0]) {
      const at = { x: box.x + box.width / 2 + dx, y: box.y + box.height / 2 - above + dy };
      await page.mouse.move(at.x, at.y);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      if ((await tooltip.isVisible()) && (await tooltip.textContent()) === says) return at;
    }
  throw new Error(`no bubble says "${says}"`);
}

for (const language of ["zh", "en"] as const satisfies Language[])
  test(`under a chain filter the badge of a park has a bubble that opens what is related to it, in ${language}`, async ({
    plan,
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await plan.open(`/?filter=industry_chain='${machinery.chain}'&lang=${language}${viewAt(machinery.park)}`);
    const text = bubbleText(language);
    const { x, y } = await findBubble(page, say("unplaced.bubble_list", { text }, language));
    await page.mouse.click(x, y);
    const tray = page.getByRole("region", { name: say("unplaced.tray", {}, language) });
    await expect(tray.locator(".unplaced-thing")).toHaveCount(machinery.count);
    await expect(tray.locator(`.unplaced-anchor[data-code=${machinery.park}]`)).toBeVisible();
    await expect(tray.getByRole("heading", { level: 2 })).toBeFocused();
    // the park itself is not opened by it
    await expect(page).not.toHaveURL(/select=/);

    // the others are one press away, and the legend says what a bubble is
    await tray.getByRole("button", { name: say("unplaced.all", { count: machinery.count + 1 }, language) }).click();
    await expect(tray.locator(".unplaced-thing")).toHaveCount(machinery.count + 1);
    await expect(page.locator(".bubble-legend")).toContainText(say("unplaced.bubble_legend", {}, language));

    // without a chain there are none
    await page.goto("/");
    await plan.open(`/?lang=${language}${viewAt(machinery.park)}`);
    await expect(page.locator(".bubble-legend")).toHaveCount(0);
  });

test("the bubble is reached by keys in the list of what is in view, after its park", async ({ plan, page }) => {
  await plan.open(`/?filter=industry_chain='${machinery.chain}'${viewAt(machinery.park)}`);
  const list = plan.mapList();
  await list.focus();
  const bubble = list.getByRole("option").filter({ hasText: bubbleText() });
  await expect(bubble.first()).toBeAttached();
  const rows = await list.getByRole("option").allInnerTexts();
  const at = rows.findIndex((row) => row.includes(bubbleText()));
  for (let step = 0; step < at; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const tray = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(tray.locator(".unplaced-thing")).toHaveCount(machinery.count);
  // Esc closes the tray and gives the focus back to where it came from
  await page.keyboard.press("Escape");
  await expect(tray).toHaveCount(0);
  await expect(list).toBeFocused();
});

test("the answer above the list says of each park what is related to it and has no place", async ({ plan, page }) => {
  await plan.open(`/?filter=industry_chain='${machinery.chain}'&tab=list`);
  const row = page.locator(`.answer-park[data-code=${machinery.park}]`);
  await row.getByRole("button", { name: bubbleText() }).click();
  const tray = page.getByRole("region", { name: say("unplaced.tray") });
  await expect(tray.locator(".unplaced-thing")).toHaveCount(machinery.count);
});

test.describe("under a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a bubble leads to the section of the list", async ({ plan, page }) => {
    // the sheet covers the middle
    const above = 200;
    await plan.open(`/?filter=industry_chain='${machinery.chain}'${viewAt(machinery.park, above)}`);
    const { x, y } = await findBubble(page, say("unplaced.bubble_list", { text: bubbleText() }), above);
    await page.touchscreen.tap(x, y);
    const section = page.getByRole("region", { name: say("unplaced.tray") });
    await expect(section.locator(".unplaced-thing")).toHaveCount(machinery.count);
    await expect(section.getByRole("heading", { level: 2 })).toBeFocused();
    await expect(section.getByRole("heading", { level: 2 })).toBeInViewport();
  });
});

test("the bubbles are printed, and what they say stands in the legend of the sheet", async ({ plan, page }) => {
  await plan.open(`/?filter=industry_chain='${machinery.chain}'${viewAt(machinery.park)}`);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator(".print-sheet");
  await expect(sheet.locator("svg.print-map text", { hasText: bubbleText() }).first()).toBeAttached();
  await expect(sheet.locator(".print-legend")).toContainText(say("unplaced.bubble_legend"));
});
