import { reach } from "./support/controls.ts";
import { expect, test } from "./support/plan.ts";
import { say, termName } from "./support/words.ts";

test("the features in view are a list: arrows move, Enter opens the card, Esc closes it", async ({ plan, page }) => {
  await plan.open();
  await plan.mapList().focus();
  // The list is in step with the drawing, which may still be on its way.
  await expect(plan.mapList()).toHaveAttribute("aria-activedescendant", "in-view-0");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(plan.mapList()).toHaveAttribute("aria-activedescendant", "in-view-2");
  const active = await plan.mapList().getAttribute("aria-activedescendant");
  const name = (await page.locator(`[id="${active}"] span`).last().textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(plan.card().getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page).toHaveURL(/select=/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(plan.card()).toHaveCount(0);
});

test("Tab alone reaches a chain, and Enter chooses it", async ({ plan, page }) => {
  await plan.open();
  const chain = plan.chain(termName("industry-chain", "construction-machinery"));
  await reach(chain, 120);
  await expect(chain).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chain).toHaveAttribute("aria-pressed", "true");
});

test("every control that Tab reaches has a name and shows that it has the focus", async ({ plan, page }) => {
  await plan.open();
  const silent: string[] = [];
  const seen = new Set<string>();
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const within = element.closest("label, .surface")
        ? getComputedStyle(element.parentElement ?? element).boxShadow
        : "none";
      const shown = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" || within !== "none";
      const labels = (element as HTMLInputElement).labels;
      const name =
        element.getAttribute("aria-label") ??
        (labels?.[0]?.textContent || element.textContent || element.getAttribute("title") || "");
      return { html: element.outerHTML.slice(0, 120), name: name.trim(), shown };
    });
    if (!found) break;
    if (!found.name || !found.shown)
      silent.push(`${found.name ? "" : "no name "}${found.shown ? "" : "no ring "}${found.html}`);
    seen.add(found.html);
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(silent).toEqual([]);
});

test("[ and ] step through the years, and stop at the first and the last", async ({ plan, page }) => {
  await plan.open("/?horizon=2035");
  const years = page.getByRole("radiogroup", { name: say("horizon.title") }).getByRole("radio");
  const count = await years.count();
  const shown = async () => (await years.evaluateAll((all) => all.map((one) => one.ariaChecked))).indexOf("true");
  expect(count).toBeGreaterThan(2);
  for (let step = 0; step <= count; step++) {
    await expect.poll(shown).toBe(Math.max(0, count - 1 - step));
    await page.keyboard.press("[");
  }
  await page.keyboard.press("]");
  await expect.poll(shown).toBe(1);
  await expect(page).toHaveURL(/horizon=2023/);
  for (let step = 0; step < count; step++) await page.keyboard.press("]");
  await expect(page).toHaveURL(/horizon=2035/);
});

test("/ goes to the search, a name finds a feature, Enter opens it", async ({ plan, page }) => {
  await plan.open();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: say("search.label") })).toBeFocused();
  await page.keyboard.type("海川路科技");
  await expect(page.getByRole("option").first()).toContainText("海川路科技创新轴");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/select=axes/);
});
