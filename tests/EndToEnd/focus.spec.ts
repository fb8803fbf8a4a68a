import type { Locator, Page } from "@playwright/test";
import { expect, type PlanPage, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

/** The focus goes into what opens and back to where it came from; Esc closes everything that opens. */

type Panel = { name: string; at: string; opener: (page: Page) => Locator; panel: string };
const button = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first();
const panels: Panel[] = [
  {
    name: "card, from the list",
    at: "/?tab=list",
    opener: (page) => page.locator("[data-code]").first(),
    panel: ".card",
  },
  { name: "unplaced", at: "/", opener: (page) => page.locator(".unplaced-handle"), panel: ".unplaced-tray" },
  { name: "gaps", at: "/", opener: button(say("gaps.open")), panel: ".panel-left" },
  { name: "policies", at: "/", opener: button(say("policies.open")), panel: ".panel-left" },
  { name: "panorama", at: "/", opener: button(say("panorama.open")), panel: ".panel-left" },
  { name: "parks", at: "/", opener: button(say("parks.open")), panel: ".panel-left" },
  { name: "measuring a line", at: "/", opener: button(say("measure.line")), panel: ".measure" },
  { name: "measuring an area", at: "/", opener: button(say("measure.area")), panel: ".measure" },
  {
    name: "accuracy",
    at: "/",
    opener: button(new RegExp(say("accuracy.badge", { range: "" }))),
    panel: "dialog[open]",
  },
  { name: "indicators", at: "/", opener: button(/^指标：/), panel: "dialog[open]" },
  { name: "targets", at: "/", opener: button(/^全部目标/), panel: "dialog[open]" },
  { name: "base maps", at: "/", opener: button(say("basemap.title")), panel: "dialog[open]" },
  { name: "account", at: "/", opener: button(say("account.title")), panel: "dialog[open]" },
  { name: "theme", at: "/", opener: button(say("theme.title")), panel: "dialog[open]" },
  { name: "order of the layers", at: "/", opener: button(say("layers.arrange")), panel: ".layer-order" },
  { name: "export", at: "/?tab=list", opener: button(/^导出/), panel: "dialog[open]" },
  { name: "indicators", at: "/", opener: button(say("indicators.open")), panel: ".panel-left" },
  { name: "rules of the ranking", at: "/?view=parks", opener: button(say("parks.rules")), panel: "dialog[open]" },
  { name: "sharing parks", at: "/?view=parks", opener: button(say("parks.share")), panel: "dialog[open]" },
  { name: "enquiry", at: "/?view=parks", opener: button(say("enquiry.open")), panel: "dialog[open]" },
  {
    name: "compare",
    at: "/?view=parks&ask=chain:biopharma&parks=park-1,park-4",
    opener: button(say("parks.compare", { count: 2 })),
    panel: ".compare-page",
  },
  { name: "keys", at: "/?select=parks/park-2", opener: button(say("keys.title")), panel: "dialog[open]" },
  { name: "gaps, from the rail", at: "/?select=parks/park-2", opener: button(say("gaps.title")), panel: ".panel-left" },
];

const isIn = (page: Page, panel: string) =>
  page.evaluate((panel) => document.activeElement?.closest(panel) !== null, panel);

/** Opens it, looks where the focus is, closes it with Esc and looks again. */
async function thereAndBack(page: Page, { name, opener, panel }: Panel, how: "mouse" | "key"): Promise<void> {
  const from = opener(page);
  if (how === "mouse") await from.click();
  else {
    await from.focus();
    await page.keyboard.press("Enter");
  }
  await expect(page.locator(panel).first(), name).toBeVisible();
  await expect.poll(() => isIn(page, panel), { message: `${name}, ${how}: the focus is in it` }).toBe(true);
  await page.keyboard.press("Escape");
  await expect(opener(page), `${name}, ${how}: the focus is back`).toBeFocused();
}

for (const how of ["mouse", "key"] as const) {
  test(`the focus goes into every panel and back, by ${how}`, async ({ plan, page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    let at = "";
    for (const panel of panels) {
      if (panel.at !== at) await plan.open(panel.at);
      at = panel.at;
      await thereAndBack(page, panel, how);
    }
  });
}

/** What is opened without a button: the focus comes from the map, or from wherever a key was pressed. */
const closed = async (plan: PlanPage, page: Page) => {
  await page.keyboard.press("Escape");
  await expect(plan.card()).toHaveCount(0);
  await expect(page.locator("#map")).toBeFocused();
};

test("a card takes the focus by link, search, map and list of the map, and gives it back", async ({ plan, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const heading = plan.card().getByRole("heading", { level: 1 });
  await plan.open("/?select=parks/park-2");
  await expect(heading).toBeFocused();
  await closed(plan, page);

  await plan.open("/?select=industry-cluster/medical-health");
  await expect(heading).toHaveText(termName("industry-cluster", "medical-health"));
  await expect(heading).toBeFocused();
  await closed(plan, page);

  await page.keyboard.press("/");
  await page.keyboard.type("海川路科技");
  await expect(page.getByRole("option").first()).toContainText("海川路科技创新轴");
  await page.keyboard.press("Enter");
  await expect(heading).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toBeFocused();

  await plan.open();
  await plan.mapList().focus();
  await expect(plan.mapList()).toHaveAttribute("aria-activedescendant", "in-view-0");
  await page.keyboard.press("Enter");
  await expect(heading).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(plan.mapList()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#map")).toBeFocused();
});

test("keys open panels from wherever the focus is, and Esc brings it back there", async ({ plan, page }) => {
  await plan.open();
  const tab = plan.tab("tabs.layers");
  for (const [key, panel] of [
    ["g", ".panel-left h2"],
    ["p", ".panel-left h2"],
    ["i", ".panel-left h2"],
    ["v", ".panel-left h2"],
    ["?", "dialog[open] h2"],
  ] as const) {
    await tab.focus();
    await page.keyboard.press(key);
    await expect(page.locator(panel).first(), key).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(tab, key).toBeFocused();
  }
});

test("one that leads from a card to the next comes back to where the first was opened", async ({ plan, page }) => {
  await plan.open("/?tab=list");
  const row = page.locator("[data-code]").first();
  await row.click();
  const heading = plan.card().getByRole("heading", { level: 1 });
  const first = await heading.textContent();
  await plan.card().locator(".related-item").first().click();
  await expect(heading).not.toHaveText(first ?? "");
  await expect(heading).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row).toBeFocused();
});
